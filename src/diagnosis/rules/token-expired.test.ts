import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { tokenExpired } from './token-expired.ts';

const named = { 'x-amzn-errortype': 'ExpiredTokenException' };
const hidden = { ...actualWithout(403, named), sent: { authorization: 'Bearer abc.def.ghi' } };

ruleCases(tokenExpired, {
  found: {
    'its error name': hidden,
    'a name with a tail': actualWithout(403, {
      'x-amzn-errortype': 'ExpiredTokenException:http://internal.amazon.com/coral/',
    }),
  },
  nearMisses: {
    'another error': actualWithout(403, { 'x-amzn-errortype': 'OtherException' }),
    'the function’s own answer': actualWithout(403, { 'x-amzn-trace-id': 'Root=1' }),
    'on OPTIONS': preflightWithout(403, named),
    'an HTTP API': { ...hidden, kind: 'http' },
    'a readable error': {
      actual: { status: 403, headers: { ...named, 'access-control-allow-origin': '*' } },
    },
  },
});

test('says what refused it, what makes it readable, and how sure that is', () => {
  const found = finding('token-expired', hidden);
  expect(found).toMatchObject({ owner: 'client', confidence: 'certain', unverified: true });
  expect(found?.explanation).toContain('`EXPIRED_TOKEN`');
  expect(found?.explanation).toContain('DEFAULT_4XX');
  expect(found?.remedies).toContain('gateway-error-headers');
  expect(JSON.stringify(found)).not.toContain('abc.def');
});
