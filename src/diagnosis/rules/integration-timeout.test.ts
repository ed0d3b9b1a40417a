import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding } from '../testing.ts';
import { integrationTimeout } from './integration-timeout.ts';

const late = actualWithout(504, { 'x-amzn-errortype': 'InternalServerErrorException' });
const unavailable = { ...actualWithout(503), kind: 'http' } as const;

ruleCases(integrationTimeout, {
  found: {
    'a REST API’s 504': late,
    'without its name': actualWithout(504),
    'an HTTP API’s 503': unavailable,
  },
  nearMisses: {
    'a function’s own 504': actualWithout(504, { 'x-amzn-trace-id': 'Root=1' }),
    'a function’s own 503': { ...actualWithout(503, { 'content-length': '2' }), kind: 'http' },
    'a crash': actualWithout(502),
    'another server': { ...actualWithout(504), kind: 'other' },
  },
});

test('each front door has its own limit and its own type of response', () => {
  const rest = finding('integration-timeout', late);
  expect(rest).toMatchObject({ owner: 'integration', confidence: 'certain', unverified: false });
  expect(rest?.explanation).toContain('29 seconds');
  expect(rest?.explanation).toContain('`INTEGRATION_TIMEOUT`');
  const http = finding('integration-timeout', unavailable);
  expect(http).toMatchObject({ confidence: 'likely', unverified: true });
  expect(http?.explanation).toContain('30 seconds');
});
