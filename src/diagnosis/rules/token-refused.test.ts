import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { tokenRefused } from './token-refused.ts';

const named = { 'x-amzn-errortype': 'UnauthorizedException' };
const hidden = { ...actualWithout(401, named), sent: { authorization: 'Bearer abc.def.ghi' } };

ruleCases(tokenRefused, {
  found: {
    'its error name': hidden,
    'a name with a tail': actualWithout(401, {
      'x-amzn-errortype': 'UnauthorizedException:http://internal.amazon.com/coral/',
    }),
  },
  nearMisses: {
    'another error': actualWithout(401, { 'x-amzn-errortype': 'OtherException' }),
    'the function’s own answer': actualWithout(401, { 'x-amzn-trace-id': 'Root=1' }),
    'on OPTIONS': preflightWithout(401, named),
    'an HTTP API': { ...hidden, kind: 'http' },
    'a readable error': {
      actual: { status: 401, headers: { ...named, 'access-control-allow-origin': '*' } },
    },
  },
});

test('says what refused it, what makes it readable, and how sure that is', () => {
  const found = finding('token-refused', hidden);
  expect(found).toMatchObject({ owner: 'gateway', confidence: 'certain', unverified: false });
  expect(found?.explanation).toContain('`UNAUTHORIZED` is customised by itself');
  expect(found?.explanation).toContain('DEFAULT_4XX');
  expect(found?.remedies).toContain('gateway-error-headers');
  expect(JSON.stringify(found)).not.toContain('abc.def');
});

test('a 401 without name and trace is likely the gateway’s', () => {
  expect(finding('token-refused', actualWithout(401))?.confidence).toBe('likely');
});

test('whether a token was sent stands in the evidence, the token does not', () => {
  const found = finding('token-refused', hidden);
  expect(found?.evidence).toContainEqual(
    expect.objectContaining({ header: 'authorization', note: 'sent, of the scheme Bearer' }),
  );
  expect(finding('token-refused', actualWithout(401, named))?.evidence).toContainEqual(
    expect.objectContaining({ header: 'authorization', note: 'not sent' }),
  );
});
