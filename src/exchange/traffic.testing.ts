/**
 * A model of what pages do, for property tests: servers that answer by address, and calls of pages to them. It is what
 * really happened; `traffic-run.testing.ts` lets a browser do it, others write down what each source tells of that.
 */
import fc from 'fast-check';
import type { Credentials, HeaderLines } from '../cors/index.ts';

/** What an `Access-Control-Allow-Origin` holds: the asking origin, `*`, another one, or it is absent. */
export type Allows = 'echo' | '*' | 'other' | 'none';

export interface PreflightPlan {
  /** `fails`: the network gives nothing. `held`: an answer from before the capture serves, so that none is sent. */
  readonly kind: 'answers' | 'fails' | 'held';
  readonly status: number;
  readonly acao: Allows;
  readonly acac: boolean;
  readonly methods: string | null;
  readonly headers: string | null;
}

export interface ServerPlan {
  readonly preflight: PreflightPlan;
  readonly status: number;
  readonly acao: Allows;
  readonly acac: boolean;
  readonly fails: boolean;
  /** Index of a later server to which it redirects. */
  readonly redirectTo: number | null;
}

export interface Call {
  /** Index into `pages`. */
  readonly page: number;
  /** Index into the servers. */
  readonly to: number;
  readonly method: string;
  readonly headers: HeaderLines;
  readonly mode: 'cors' | 'no-cors';
  readonly credentials: Credentials;
  /** Milliseconds from the beginning of the capture. */
  readonly start: number;
  /** How long each message takes, in ms. */
  readonly takes: number;
}

export interface Traffic {
  /** Fetch metadata is sent to secure servers only. */
  readonly scheme: 'http' | 'https';
  /** Cookies that servers set before: none, some that go along with credentials, some that are held back from them. */
  readonly jar: 'empty' | 'sent' | 'held-back';
  readonly servers: readonly ServerPlan[];
  /** In order of their start. */
  readonly calls: readonly Call[];
}

/** Two documents of one origin, and one of another. */
export const pages = [
  { host: 'app.test', path: '/', frame: 'F1' },
  { host: 'app.test', path: '/frame', frame: 'F2' },
  { host: 'admin.test', path: '/', frame: 'F3' },
] as const;

/** The server's address: the page's own host comes up again and again, so that redirects lead back too. */
export const urlOf = (scheme: Traffic['scheme'], server: number): string =>
  `${scheme}://${['app.test', 'api.test', 'cdn.test'][server % 3] ?? 'api.test'}/${Math.floor(server / 3)}`;

export const serverCount = 8;

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const allows = mostly<Allows>('echo', '*', 'other', 'none');

const preflightPlan: fc.Arbitrary<PreflightPlan> = fc.record({
  kind: fc.oneof({ weight: 8, arbitrary: fc.constant('answers' as const) }, fc.constantFrom('fails', 'held')),
  status: mostly(204, 200, 301, 403, 500),
  acao: allows,
  acac: fc.boolean(),
  methods: mostly<string | null>('PUT, DELETE, PATCH', '*', 'put', 'PUT', null),
  headers: mostly<string | null>('x-a, x-b, content-type, authorization', '*', 'x-a', 'not a list', null),
});

const serverPlan = (index: number): fc.Arbitrary<ServerPlan> =>
  fc.record({
    preflight: preflightPlan,
    status: mostly(200, 401, 404, 500),
    acao: allows,
    acac: fc.boolean(),
    fails: mostly(false, false, true),
    redirectTo:
      index + 1 < serverCount
        ? fc.option(fc.integer({ min: index + 1, max: serverCount - 1 }), { freq: 2 })
        : fc.constant(null),
  });

const headerSets: readonly HeaderLines[] = [
  [],
  [['X-A', '1']],
  [
    ['X-A', '1'],
    ['X-B', '2'],
  ],
  [['Authorization', 'Bearer x']],
  [['Content-Type', 'application/json']],
];

const anyCall: fc.Arbitrary<Call> = fc.record({
  page: fc.nat(pages.length - 1),
  to: fc.nat(serverCount - 1),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'put', 'DELETE', 'patch', 'OPTIONS'),
  headers: fc.constantFrom(...headerSets),
  mode: fc.constant('cors' as const),
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  start: fc.nat(60),
  takes: fc.integer({ min: 1, max: 20 }),
});

/** What a page can ask for without CORS: safelisted methods and headers only. */
const noCorsCall: fc.Arbitrary<Call> = fc
  .record({ call: anyCall, method: fc.constantFrom('GET', 'POST') })
  .map(({ call, method }) => ({ ...call, method, mode: 'no-cors', headers: [] }));

/** A call, and perhaps twins that begin while it is under way, or soon after, of its own page or of another. */
const twins = fc
  .record({
    call: fc.oneof({ weight: 6, arbitrary: anyCall }, noCorsCall),
    after: fc.array(fc.record({ delay: fc.nat(40), page: mostly(0, 1, 2) }), {
      maxLength: 3,
      size: 'xsmall',
    }),
  })
  .map(({ call, after }) => [
    call,
    ...after.map(({ delay, page }) => ({
      ...call,
      start: call.start + delay,
      page: (call.page + page) % pages.length,
    })),
  ]);

const servers: fc.Arbitrary<readonly ServerPlan[]> = fc.tuple(
  ...Array.from({ length: serverCount }, (_, index) => serverPlan(index)),
);

/** `apart`: calls that differ begin when the ones before are over, however long these take; twins overlap still. */
export const trafficOf = ({ apart }: { readonly apart: boolean }): fc.Arbitrary<Traffic> =>
  fc
    .record({
      scheme: fc.constantFrom('http' as const, 'https' as const),
      jar: fc.constantFrom('empty' as const, 'sent' as const, 'held-back' as const),
      servers,
      groups: fc.array(twins, { minLength: 1, maxLength: 5 }),
    })
    .map(({ groups, ...rest }) => ({
      ...rest,
      calls: groups
        .flatMap((group, index) =>
          group.map((call) => ({ ...call, start: call.start + (apart ? index * 1_000 : 0) })),
        )
        .sort((a, b) => a.start - b.start),
    }));
