import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { finding, judged, preflightWithout, url } from '../testing.ts';
import { iamOnOptions } from './iam-on-options.ts';

const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });
const signed = judged({
  id: 's1',
  actual: { status: 200 },
  sent: { authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/execute-api/aws4_request' },
});

ruleCases(iamOnOptions, {
  found: {
    'the preflight asks for x-amz-date': { ...missing, headers: ['authorization', 'x-amz-date'] },
    'another call of the API is signed': { ...missing, siblings: [signed] },
    'OPTIONS was answered here before': { ...missing, siblings: [judged({ id: 's1', url, preflight: {} })] },
  },
  nearMisses: {
    'no sign of signatures': { ...missing, headers: ['authorization'] },
    'a bearer token elsewhere': {
      ...missing,
      siblings: [judged({ id: 's1', actual: { status: 200 }, sent: { authorization: 'Bearer x' } })],
    },
    'OPTIONS was answered at another path': {
      ...missing,
      siblings: [judged({ id: 's1', url: `${url}/1`, preflight: {} })],
    },
    'another error': {
      ...preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' }),
      headers: ['x-amz-date'],
    },
    'another server': { ...missing, kind: 'other', headers: ['x-amz-date'] },
  },
});

test('the missing method is named with it', () => {
  const found = finding('iam-on-options', { ...missing, headers: ['x-amz-date'] });
  expect(found).toMatchObject({ confidence: 'likely', unverified: true });
  expect(found?.explanation).toContain('without an OPTIONS method gives the same bytes');
  expect(found?.remedies).toEqual(['open-preflight-to-authorizer', 'cors-configuration']);
});
