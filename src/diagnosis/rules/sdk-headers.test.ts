import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding, findings, root } from '../testing.ts';
import { sdkHeaders } from './sdk-headers.ts';

const refused = (
  headers: readonly string[],
  allowed: string | null = 'content-type',
  extra: Case = {},
): Case => ({
  headers,
  preflight: {
    headers: {
      'access-control-allow-origin': '*',
      ...(allowed === null ? {} : { 'access-control-allow-headers': allowed }),
    },
  },
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', headers[0] ?? ''),
  ...extra,
});

const signed = ['authorization', 'x-amz-date', 'x-amz-security-token'];

ruleCases(sdkHeaders, {
  found: {
    'a signed call': refused(signed),
    'an API key': refused(['x-api-key'], 'content-type', { kind: 'http' }),
    'against caching': refused(['cache-control', 'pragma']),
    'a header of answers': refused(['access-control-allow-origin']),
    'a habit': refused(['X-Requested-With'], ''),
  },
  nearMisses: {
    'they are allowed': refused(['x-a', 'x-api-key'], 'X-Api-Key'),
    'Authorization without a signature': refused(['authorization']),
    'a header of the page’s own': refused(['x-api-key-2', 'x-amz']),
    'a tracing header': refused(['x-amzn-trace-id']),
    'a wildcard with credentials': refused(['x-api-key'], '*', { credentials: 'include' }),
    'the origin is what lacks': refused(['x-api-key'], 'x', {
      verdict: blocked('preflight', 'PreflightMissingAllowOriginHeader'),
    }),
  },
});

test('a signature is one thing: its Authorization is told with it, and nothing is left for the general rule', () => {
  const found = finding('sdk-headers', refused(signed));
  expect(found).toMatchObject({
    title: '3 headers of client libraries are not allowed',
    owner: 'gateway',
    remedies: ['cors-configuration', 'trim-request'],
    causedBy: null,
  });
  expect(found?.explanation).toContain(
    '"authorization", "x-amz-date" and "x-amz-security-token" are usually added by SigV4 signing (Amplify, the AWS SDK): allow them',
  );
  expect(finding('header-not-allowed', refused(signed))).toBeNull();
});

test('what only an answer carries is not to be allowed', () => {
  const found = finding('sdk-headers', refused(['access-control-allow-origin']));
  expect(found).toMatchObject({ owner: 'client', remedies: ['mend-client'] });
  expect(found?.explanation).toContain('drop it from the call');
});

test('tracing headers come first, both stand on their own', () => {
  const both = findings(refused(['traceparent', 'x-api-key']));
  expect(both.slice(0, 2).map(({ rule, causedBy }) => [rule, causedBy])).toEqual([
    ['tracing-headers', null],
    ['sdk-headers', null],
  ]);
});

test('without AllowHeaders at all that is the cause', () => {
  expect(root(refused(['x-api-key'], null))).toBe('allow-headers-absent');
  expect(finding('sdk-headers', refused(['x-api-key'], null))?.causedBy).toBe('allow-headers-absent');
});
