import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { requestInvalid } from './request-invalid.ts';

const named = { 'x-amzn-errortype': 'BadRequestException' };
const hidden = { ...actualWithout(400, named), sent: { authorization: 'Bearer abc.def.ghi' } };

ruleCases(requestInvalid, {
  found: {
    'its error name': hidden,
    'a name with a tail': actualWithout(400, {
      'x-amzn-errortype': 'BadRequestException:http://internal.amazon.com/coral/',
    }),
  },
  nearMisses: {
    'another error': actualWithout(400, { 'x-amzn-errortype': 'OtherException' }),
    'the function’s own answer': actualWithout(400, { 'x-amzn-trace-id': 'Root=1' }),
    'on OPTIONS': preflightWithout(400, named),
    'an HTTP API': { ...hidden, kind: 'http' },
    'a readable error': {
      actual: { status: 400, headers: { ...named, 'access-control-allow-origin': '*' } },
    },
  },
});

test('says what refused it, what makes it readable, and how sure that is', () => {
  const found = finding('request-invalid', hidden);
  expect(found).toMatchObject({ owner: 'client', confidence: 'certain', unverified: false });
  expect(found?.explanation).toContain('`BAD_REQUEST_BODY` or `BAD_REQUEST_PARAMETERS`');
  expect(found?.explanation).toContain('DEFAULT_4XX');
  expect(found?.remedies).toContain('gateway-error-headers');
  expect(JSON.stringify(found)).not.toContain('abc.def');
});

test('415 is the media type, of which no answer was recorded', () => {
  const found = finding('request-invalid', actualWithout(415, named));
  expect(found).toMatchObject({ unverified: true });
  expect(found?.explanation).toContain('`UNSUPPORTED_MEDIA_TYPE`');
});
