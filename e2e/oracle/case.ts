/** Random cases for the oracle: most fields right and one or two wrong, so that each field decides alone. */
import fc from 'fast-check';

export type Line = readonly [name: string, value: string];

/** What a server answers at one hop. `{ORIGIN}` in a value stands for the page's origin. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Line[];
}

export interface OracleHop {
  /** Which of the local servers: 0 is the page's own origin. */
  readonly server: 0 | 1 | 2;
  readonly preflight: Answer;
  /** A redirect to the next hop, or the final answer. */
  readonly response: Answer;
}

export interface OracleCase {
  readonly request: {
    readonly method: string;
    readonly headers: readonly Line[];
    readonly credentials: 'include' | 'same-origin' | 'omit';
    readonly mode: 'cors' | 'no-cors';
    readonly body: boolean;
  };
  readonly hops: readonly OracleHop[];
}

const mostly = <T>(right: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(right) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'patch', 'put', 'get', 'PURGE', 'Custom'];
const requestHeaders: readonly Line[] = [
  ['content-type', 'application/json'],
  ['content-type', 'text/plain;charset=utf-8'],
  ['content-type', 'text/plain, x/x'],
  ['content-type', 'multipart/form-data; boundary=a'],
  ['authorization', 'Bearer t'],
  ['x-api-key', 'k'],
  ['x-a', ''],
  ['X-B', 'b  c'],
  ['accept', 'text/html'],
  ['accept', 'a"b'],
  ['accept', 'a'.repeat(129)],
  ['accept-language', 'en@US'],
  ['accept-language', 'en-US,*;q=0.5'],
  ['content-language', 'de'],
  ['range', 'bytes=0-10'],
  ['range', 'bytes=-10'],
  ['range', 'bytes=9-'],
  ['if-none-match', '"e"'],
  ['cache-control', 'no-cache'],
  ['dpr', '2'],
  ['last-event-id', '1'],
];

const allowOrigins: readonly (readonly string[])[] = [
  [],
  ['*'],
  ['null'],
  [''],
  ['{ORIGIN}/'],
  ['{ORIGIN} '],
  ['{ORIGIN}', '{ORIGIN}'],
  ['*', '*'],
  ['{ORIGIN}, https://b.test'],
  ['http://localhost'],
  ['HTTP://LOCALHOST:1'],
  ['not a url'],
  ['https://*'],
];

const lines = (name: string, values: readonly string[]): readonly Line[] =>
  values.map((value) => [name, value]);
const header = (name: string, value: fc.Arbitrary<string | null>): fc.Arbitrary<readonly Line[]> =>
  value.map((own) => (own === null ? [] : [[name, own]]));

const originLines = mostly<readonly string[]>(['{ORIGIN}'], ...allowOrigins).map((values) =>
  lines('access-control-allow-origin', values),
);
const credentialLines = header(
  'access-control-allow-credentials',
  mostly<string | null>('true', null, 'TRUE', 'false', '', 'true, true', ' true '),
);

const preflightAnswer = (method: string, names: readonly string[]): fc.Arbitrary<Answer> => {
  const list = names.join(', ') || 'x-other';
  return fc
    .record({
      status: mostly(204, 200, 201, 299, 300, 301, 304, 401, 403, 404, 500),
      origin: originLines,
      credentials: credentialLines,
      methods: header(
        'access-control-allow-methods',
        mostly<string | null>(
          `GET, ${method}`,
          null,
          '*',
          method.toLowerCase(),
          'GET',
          `"${method}"`,
          `${method},,`,
          '',
          'GET;PUT',
          ',',
        ),
      ),
      headers: header(
        'access-control-allow-headers',
        mostly<string | null>(
          list,
          null,
          '*',
          list.toUpperCase(),
          names[0] ?? 'x',
          `*, ${list}`,
          `${list},`,
          'a b',
          '*, authorization',
        ),
      ),
      maxAge: header('access-control-max-age', mostly<string | null>(null, '0', '600', '-1', 'x')),
      location: fc.oneof(
        { weight: 9, arbitrary: fc.constant<readonly Line[]>([]) },
        { weight: 1, arbitrary: fc.constant<readonly Line[]>([['location', '/elsewhere']]) },
      ),
    })
    .map(({ status, location, ...rest }) => ({
      status,
      headers: [
        ...rest.origin,
        ...rest.credentials,
        ...rest.methods,
        ...rest.headers,
        ...rest.maxAge,
        ...location,
      ],
    }));
};

const actualAnswer = (status: fc.Arbitrary<number>): fc.Arbitrary<Answer> =>
  fc
    .record({
      status,
      origin: originLines,
      credentials: credentialLines,
      expose: header(
        'access-control-expose-headers',
        mostly<string | null>(null, '*', 'x-request-id', 'x request'),
      ),
      cookie: header('set-cookie', mostly<string | null>(null, 'a=b')),
    })
    .map(({ status: own, origin, credentials, expose, cookie }) => ({
      status: own,
      headers: [...origin, ...credentials, ...expose, ...cookie],
    }));

export const oracleCase: fc.Arbitrary<OracleCase> = fc
  .record({
    method: fc.constantFrom(...methods),
    headers: fc.uniqueArray(fc.constantFrom(...requestHeaders), {
      maxLength: 3,
      selector: ([name]) => name.toLowerCase(),
    }),
    credentials: fc.constantFrom('include' as const, 'same-origin' as const, 'omit' as const),
    mode: mostly<'cors' | 'no-cors'>('cors', 'cors', 'cors', 'no-cors'),
    body: fc.boolean(),
    route: mostly<readonly (0 | 1 | 2)[]>(
      [1],
      [1],
      [1],
      [1, 1],
      [1, 2],
      [1, 0],
      [0, 1],
      [2, 1],
      [0, 1, 2],
      [1, 2, 1],
      [0, 0],
    ),
  })
  .chain(({ route, ...request }) => {
    const names = request.headers.map(([name]) => name.toLowerCase());
    const hop = (server: 0 | 1 | 2, last: boolean): fc.Arbitrary<OracleHop> =>
      fc.record({
        server: fc.constant(server),
        preflight: preflightAnswer(request.method, names),
        response: actualAnswer(
          last ? mostly(200, 201, 400, 403, 404, 500) : fc.constantFrom(301, 302, 303, 307, 308),
        ),
      });
    const body = request.body && !/^(get|head)$/i.test(request.method);
    return fc
      .tuple(...route.map((server, index) => hop(server, index === route.length - 1)))
      .map((hops) => ({ request: { ...request, body }, hops }));
  });

/** The same cases for the same seed, whatever the machine. */
export function sampleCases(seed: number, count: number): readonly OracleCase[] {
  return fc.sample(oracleCase, { seed, numRuns: count });
}
