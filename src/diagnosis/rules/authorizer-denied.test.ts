import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { authorizerDenied } from './authorizer-denied.ts';

const named = { 'x-amzn-errortype': 'AccessDeniedException' };
const hidden = { ...actualWithout(403, named), sent: { authorization: 'Bearer abc.def.ghi' } };

ruleCases(authorizerDenied, {
  found: {
    'its error name': hidden,
    'a name with a tail': actualWithout(403, {
      'x-amzn-errortype': 'AccessDeniedException:http://internal.amazon.com/coral/',
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
  const found = finding('authorizer-denied', hidden);
  expect(found).toMatchObject({ owner: 'gateway', confidence: 'likely', unverified: false });
  expect(found?.explanation).toContain('`ACCESS_DENIED`');
  expect(found?.explanation).toContain('DEFAULT_4XX');
  expect(found?.remedies).toContain('gateway-error-headers');
  expect(JSON.stringify(found)).not.toContain('abc.def');
});

test('a resource policy is named beside it', () => {
  expect(finding('authorizer-denied', hidden)?.explanation).toContain('resource policy');
});
