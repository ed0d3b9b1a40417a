/** What rests on AWS behaviour that no recording shows says so: for every status, at every front door. */
import { expect, test } from 'vitest';
import type { GatewayKind } from '../gateway/index.ts';
import { actualWithout, type Case, findings, preflightWithout } from './testing.ts';

const statuses = [200, 302, 400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504];

/** The statuses at which the first finding is unverified; of all others it rests on recordings or on standards. */
const unverified = (of: (status: number) => Case, kind: GatewayKind): readonly number[] =>
  statuses.filter((status) => findings({ ...of(status), kind })[0]?.unverified === true);

test.each([
  ['rest', [413, 429]],
  ['http', [403, 413, 429, 500, 502, 503, 504]],
  ['function-url', [403, 413, 429, 500, 502, 503, 504]],
  ['cloudfront', [403]],
  ['other', []],
] as const)('answers without CORS headers, %s', (kind, expected) => {
  expect(unverified(actualWithout, kind)).toEqual(expected);
});

test.each([
  ['rest', [429, 500]],
  ['http', [429]],
  ['function-url', [200, 400, 401, 403, 404, 405, 413, 415, 500, 502, 503, 504]],
  ['cloudfront', []],
  ['other', []],
] as const)('refused preflights, %s', (kind, expected) => {
  expect(unverified((status) => preflightWithout(status), kind)).toEqual(expected);
});

test('an HTTP API’s 204 without CORS headers was not seen for methods and headers', () => {
  expect(findings({ ...preflightWithout(204), kind: 'http' })[0]?.unverified).toBe(true);
});
