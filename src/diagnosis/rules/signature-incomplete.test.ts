import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { signatureIncomplete } from './signature-incomplete.ts';

const named = { 'x-amzn-errortype': 'IncompleteSignatureException' };
const hidden = { ...actualWithout(403, named), sent: { authorization: 'Bearer abc.def.ghi' } };

ruleCases(signatureIncomplete, {
  found: {
    'its error name': hidden,
    'a name with a tail': actualWithout(403, {
      'x-amzn-errortype': 'IncompleteSignatureException:http://internal.amazon.com/coral/',
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
  const found = finding('signature-incomplete', hidden);
  expect(found).toMatchObject({ owner: 'client', confidence: 'likely', unverified: false });
  expect(found?.explanation).toContain('AWS_IAM');
  expect(found?.explanation).toContain('DEFAULT_4XX');
  expect(found?.remedies).toContain('gateway-error-headers');
  expect(JSON.stringify(found)).not.toContain('abc.def');
});

test('both causes of these bytes are named', () => {
  expect(finding('signature-incomplete', hidden)?.explanation).toMatch(/no path or method matches.*AWS_IAM/);
});
