import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, finding } from '../testing.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';

const refused = (headers = {}) => ({
  preflight: { headers: { 'access-control-allow-origin': '*', ...headers } },
  headers: ['authorization', 'content-type'],
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'authorization'),
});

ruleCases(allowHeadersAbsent, {
  found: { 'no such header': refused() },
  nearMisses: {
    'a list that lacks it': refused({ 'access-control-allow-headers': 'content-type' }),
    'an empty list': refused({ 'access-control-allow-headers': '' }),
    'the code answers OPTIONS': refused({ 'x-amzn-trace-id': 'Root=1' }),
    'another front door': { ...refused(), kind: 'http' },
    'the method is what lacks': {
      ...refused(),
      verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
    },
    'no header asked for': { preflight: {}, actual: { headers: { 'access-control-allow-origin': '*' } } },
  },
});

test('all that lack are named, and the general rule keeps silent', () => {
  const found = finding('allow-headers-absent', refused());
  expect(found?.explanation).toContain('"authorization" and "content-type"');
  expect(found).toMatchObject({ confidence: 'certain', causedBy: null, remedies: ['cors-configuration'] });
  expect(finding('header-not-allowed', refused())).toBeNull();
});
