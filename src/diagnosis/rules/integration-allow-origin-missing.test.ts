import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { integrationAllowOriginMissing } from './integration-allow-origin-missing.ts';

ruleCases(integrationAllowOriginMissing, {
  found: {
    'no trace id': actualWithout(200),
    'a redirect of its own': actualWithout(302),
    'a backend’s own 401': actualWithout(401, { 'x-amzn-remapped-www-authenticate': 'Basic' }),
  },
  nearMisses: {
    'a function': actualWithout(200, { 'x-amzn-trace-id': 'Root=1' }),
    'the gateway’s own error': actualWithout(403),
    'a backend’s failure': actualWithout(502, { 'x-amzn-remapped-date': 'today' }),
    'a preflight': preflightWithout(200),
    'an HTTP API': { ...actualWithout(200), kind: 'http' },
    'the header is there': { actual: { headers: { 'access-control-allow-origin': '*' } } },
  },
});

test('is the integration’s matter, likely only, and its mapping mends it', () => {
  const found = finding('integration-allow-origin-missing', actualWithout(200));
  expect(found).toMatchObject({
    owner: 'integration',
    confidence: 'likely',
    remedies: ['map-integration-response'],
  });
  expect(found?.evidence).toContainEqual(
    expect.objectContaining({ header: 'x-amzn-trace-id', note: 'not sent' }),
  );
});
