/** Random requests: every API, odd methods, and header values on either side of each safelist's border. */
import fc from 'fast-check';
import type { Line, OracleRequest } from './case.ts';

/** Mostly right, so that a wrong field most often decides alone. */
export const mostly = <T>(right: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const methods = [
  ...['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'],
  ...['OPTIONS', 'patch', 'put', 'get', 'post', 'Delete', 'PURGE', 'Custom', 'QUERY', "x!#$%&'*+-.^_`|~"],
];

const requestHeaders: readonly Line[] = [
  ['content-type', 'application/json'],
  ['content-type', 'text/plain;charset=utf-8'],
  ['content-type', 'text/plain, x/x'],
  ['Content-Type', 'TEXT/PLAIN'],
  ['content-type', 'text/plain; a="b"'],
  ['content-type', 'text/plain; caf\xe9'],
  ['content-type', 'text/plain;'],
  ['content-type', 'multipart/form-data; boundary=a'],
  ['content-type', `text/plain; a=${'a'.repeat(115)}`],
  ['content-type', ''],
  ['authorization', 'Bearer t'],
  ['Authorization', ''],
  ['x-api-key', 'k'],
  ['x-amz-date', '20261122T000000Z'],
  ['x-a', ''],
  ['X-B', 'b  c'],
  ['x-c', '"q\tu"'],
  ['x-d', 'caf\xe9\xff'],
  ['x-long', 'a'.repeat(5000)],
  ['x_under', 'u'],
  ['accept', 'text/html'],
  ['accept', 'a"b'],
  ['accept', '\xe9'],
  ['accept', 'a\tb'],
  ['accept', 'a'.repeat(128)],
  ['accept', 'a'.repeat(129)],
  ['accept-language', 'en@US'],
  ['accept-language', 'en-US,*;q=0.5'],
  ['accept-language', 'a'.repeat(128)],
  ['content-language', 'de'],
  ['content-language', 'd\xe9'],
  ['range', 'bytes=0-10'],
  ['range', 'bytes=-10'],
  ['range', 'bytes=9-'],
  ['range', 'bytes=9-2'],
  ['range', 'Bytes=0-1'],
  ['range', 'bytes=0-1,3-4'],
  ['if-none-match', '"e"'],
  ['if-modified-since', 'Sun, 22 Nov 2026 00:00:00 GMT'],
  ['cache-control', 'no-cache'],
  ['pragma', 'no-cache'],
  ['dpr', '2'],
  ['save-data', 'on'],
  ['last-event-id', '1'],
  ['user-agent', 'x'],
  ['priority', 'u=1'],
  ['x-http-method-override', 'PUT'],
  ['x-http-method', 'TRACE'],
  ['sec-x', '1'],
  ['origin', 'http://evil.test'],
  ['traceparent', '00-1-1-00'],
];

const safelisted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const credentials = fc.constantFrom(
  'include' as const,
  'include' as const,
  'same-origin' as const,
  'omit' as const,
);
const headers = fc.uniqueArray(fc.constantFrom(...requestHeaders), {
  maxLength: 3,
  selector: ([name]) => name.toLowerCase(),
});

/** One header twice: the script's API joins them. */
const withTwin = fc.tuple(headers, fc.integer({ min: 0, max: 11 })).map(([own, die]): readonly Line[] => {
  const [first] = own;
  return die === 0 && first !== undefined ? [...own, [first[0].toUpperCase(), 'again']] : own;
});

const bodyKind = mostly<OracleRequest['body']>(null, 'text', 'json', 'form', 'search', 'bytes');

const fetched: fc.Arbitrary<OracleRequest> = fc
  .record({
    api: fc.constant('fetch' as const),
    method: fc.constantFrom(...methods),
    headers: withTwin,
    credentials,
    mode: mostly<OracleRequest['mode']>('cors', 'no-cors', 'no-cors', 'same-origin'),
    redirect: mostly<OracleRequest['redirect']>('follow', 'follow', 'manual', 'error'),
    body: fc.oneof(bodyKind, fc.constant('text' as const)),
    uploadListener: fc.constant(false),
  })
  .map((request) => {
    // A no-cors fetch takes safelisted methods alone, and only GET, HEAD and POST are in it.
    const method = request.mode === 'no-cors' && !safelisted.has(request.method) ? 'POST' : request.method;
    return { ...request, method, body: /^(?:get|head)$/i.test(method) ? null : request.body };
  });

const xhr: fc.Arbitrary<OracleRequest> = fc
  .record({
    api: fc.constant('xhr' as const),
    method: fc.constantFrom(...methods),
    headers: withTwin,
    credentials: fc.constantFrom('include' as const, 'same-origin' as const),
    mode: fc.constant('cors' as const),
    redirect: fc.constant('follow' as const),
    body: bodyKind,
    uploadListener: mostly(false, true),
  })
  .map((request) => ({ ...request, body: /^(?:get|head)$/i.test(request.method) ? null : request.body }));

const eventSource: fc.Arbitrary<OracleRequest> = credentials.map((own) => ({
  api: 'eventsource',
  method: 'GET',
  headers: [],
  credentials: own === 'include' ? 'include' : 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  body: null,
  uploadListener: false,
}));

export const randomRequest: fc.Arbitrary<OracleRequest> = fc.oneof(
  { weight: 12, arbitrary: fetched },
  { weight: 4, arbitrary: xhr },
  { weight: 1, arbitrary: eventSource },
);
