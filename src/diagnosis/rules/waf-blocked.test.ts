import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, judged, preflightWithout } from '../testing.ts';
import { wafBlocked } from './waf-blocked.ts';

const forbidden = { 'x-amzn-errortype': 'ForbiddenException' };
const stage = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod';

const keyless = {
  ...actualWithout(403, forbidden),
  headers: ['content-type'],
  preflight: { headers: { 'access-control-allow-headers': 'content-type' } },
} as const;
const open = judged({ id: 's1', url: `${stage}/orders`, preflight: { status: 200 } });

ruleCases(wafBlocked, {
  found: {
    'an API that knows no key': keyless,
    'a key that is taken elsewhere': {
      ...keyless,
      headers: ['x-api-key'],
      sent: { 'x-api-key': 'k' },
      siblings: [
        judged({ id: 's1', url: `${stage}/items`, actual: { status: 200 }, sent: { 'x-api-key': 'k' } }),
      ],
    },
    'the same call without a key passed before': {
      ...actualWithout(403, forbidden),
      siblings: [judged({ id: 's1', url: `${stage}/orders`, actual: { status: 200 } })],
    },
    'OPTIONS that was answered at another time': { ...preflightWithout(403, forbidden), siblings: [open] },
  },
  nearMisses: {
    'the preflight allows a key': {
      ...keyless,
      preflight: { headers: { 'access-control-allow-headers': 'Content-Type,X-Api-Key' } },
    },
    'OPTIONS, and nothing else known': preflightWithout(403, forbidden),
    'OPTIONS of another path': {
      ...preflightWithout(403, forbidden),
      siblings: [judged({ id: 's1', url: `${stage}/items`, preflight: { status: 200 } })],
    },
    'a call that passes': { actual: { headers: { 'access-control-allow-origin': '*' } } },
    'an HTTP API': { ...keyless, kind: 'http' },
  },
});

test('is never certain, and names the API key', () => {
  const found = finding('waf-blocked', keyless);
  expect(found).toMatchObject({
    confidence: 'likely',
    owner: 'gateway',
    remedies: ['gateway-error-headers'],
  });
  expect(found?.explanation).toContain('API key');
  expect(found?.explanation).toContain('`WAF_FILTERED`');
  const options = finding('waf-blocked', { ...preflightWithout(403, forbidden), siblings: [open] });
  expect(options).toMatchObject({ remedies: ['beyond-settings'] });
  expect(options?.explanation).toContain('AddApiKeyRequiredToCorsPreflight');
});
