import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { candidatesOf } from './candidates.ts';
import { type Exchange, type Hop, untold } from './exchange.ts';
import type { Exchanged } from './message.ts';
import { profileOf } from './profile-of.ts';
import { walk } from './walk.ts';

const page = 'https://app.test';

const header = (name: string, ...values: readonly string[]): fc.Arbitrary<HeaderLines> =>
  fc
    .option(fc.constantFrom(...values), { nil: null })
    .map((value) => (value === null ? [] : [[name, value]]));

/** What lets a request pass is frequent, so that walks get far. */
const answered = fc
  .tuple(
    header('Access-Control-Allow-Origin', page, page, '*', '*', 'null', 'https://other.test'),
    header('Access-Control-Allow-Credentials', 'true', 'true', 'True'),
    header('Access-Control-Allow-Methods', 'PUT', '*', 'GET, *', '"'),
    header('access-control-allow-headers', 'Authorization,x-a', '*, X-A', '*', 'x-a', '"'),
    header('Location', 'https://b.test/next', 'data:,x', 'https://u:p@b.test/'),
  )
  .map((lines): HeaderLines => lines.flat());

function exchanged(of: Pick<Exchanged['request'], 'method' | 'url' | 'headers'>) {
  return fc
    .option(fc.record({ status: fc.constantFrom(200, 200, 204, 302, 401), headers: answered }), { nil: null })
    .map(
      (answer): Exchanged => ({
        request: { ...of, headersKnown: true },
        response: answer && { ...answer, body: null, fromCache: false },
        error: null,
        startedAt: 0,
        endedAt: 1,
      }),
    );
}

const asked: HeaderLines = [
  ['Access-Control-Request-Method', 'PUT'],
  ['Access-Control-Request-Headers', 'authorization,x-a'],
];
const hop = fc.constantFrom('https://a.test/', 'https://b.test/x', `${page}/own`).chain((url) =>
  fc.record<Hop>({
    url: fc.constant(url),
    preflight: fc.option(exchanged({ method: 'OPTIONS', url, headers: asked }), { nil: null }),
    actual: exchanged({ method: 'PUT', url, headers: [['Authorization', 'x']] }),
  }),
);

const exchanges = fc
  .record({
    hops: fc.array(hop, { minLength: 1, maxLength: 3 }),
    browser: fc.constantFrom('chromium', 'firefox', 'unknown'),
    origin: fc.constantFrom(page, page, null, 'null'),
  })
  .map(
    (made): Exchange => ({
      ...untold,
      ...made,
      id: '1',
      source: 'webRequest',
      resourceType: 'fetch',
      startedAt: 0,
      state: 'settled',
      error: null,
    }),
  );

it('tells of every mode what a walk of its own tells', () => {
  fc.assert(
    fc.property(exchanges, (exchange) => {
      const made = candidatesOf(exchange, ['same-origin', 'include']);
      const profile = profileOf(exchange.browser);
      const profiles =
        exchange.browser === 'unknown'
          ? [profile, { ...profile, wildcardCoversAuthorization: true }]
          : [profile];
      expect(made).toEqual(
        (['same-origin', 'include'] as const).flatMap((credentials) =>
          profiles.map((each) => ({ credentials, ending: walk(exchange, credentials, each) })),
        ),
      );
    }),
    { numRuns: 2000 },
  );
});
