import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, type Case, finding, judged, preflightWithout } from '../testing.ts';
import { apiKeyRefused } from './api-key-refused.ts';

const forbidden = { 'x-amzn-errortype': 'ForbiddenException' };
const stage = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod';

/** The preflight let the key pass. */
const asked = {
  ...actualWithout(403, forbidden),
  headers: ['x-api-key'],
  preflight: { headers: { 'access-control-allow-headers': 'x-api-key' } },
} as const;
const answered = (headers: Case['sent']): Case => ({
  id: 's1',
  url: `${stage}/items`,
  actual: { status: 200 },
  ...(headers ? { sent: headers } : {}),
});

ruleCases(apiKeyRefused, {
  found: {
    'a key that is not taken': { ...asked, sent: { 'x-api-key': 'k-secret' } },
    'no key, though the preflight allows one': { ...asked, headers: [] },
    'nothing else known': actualWithout(403, forbidden),
    'no key, while others send one': {
      ...asked,
      headers: ['authorization'],
      preflight: { headers: { 'access-control-allow-headers': 'authorization' } },
      siblings: [judged(answered({ 'x-api-key': 'k' }))],
    },
  },
  nearMisses: {
    'a key that is taken elsewhere': {
      ...asked,
      sent: { 'x-api-key': 'k-secret' },
      siblings: [judged(answered({ 'x-api-key': 'k-secret' }))],
    },
    'an authorizer': actualWithout(403, { 'x-amzn-errortype': 'AccessDeniedException' }),
    'OPTIONS itself': preflightWithout(403, forbidden),
    'the function’s own 403': actualWithout(403, { 'x-amzn-trace-id': 'Root=1' }),
    'an HTTP API': { ...asked, kind: 'http' },
  },
});

test('the other two causes of these bytes are named with it, and the key is not shown', () => {
  const found = finding('api-key-refused', { ...asked, sent: { 'x-api-key': 'k-secret' } });
  expect(found).toMatchObject({ confidence: 'likely', remedies: ['gateway-error-headers'] });
  expect(found?.title).toContain('not accepted');
  expect(found?.explanation).toMatch(/WAF rule .* stage or base path/);
  expect(found?.explanation).toContain('`INVALID_API_KEY`');
  expect(JSON.stringify(found)).not.toContain('k-secret');
  expect(finding('api-key-refused', actualWithout(403, forbidden))?.title).toContain('none was sent');
});
