import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { severalOriginsInOneValue } from './several-origins-in-one-value.ts';

const preflight = (value: string): Case => ({
  preflight: { headers: { 'access-control-allow-origin': value } },
  verdict: blocked('preflight', 'PreflightMultipleAllowOriginValues', value),
});

ruleCases(severalOriginsInOneValue, {
  found: {
    'with commas': preflight('https://a.example,https://app.example'),
    'with blanks': preflight('https://a.example https://app.example'),
  },
  nearMisses: {
    'the same one twice': preflight('https://app.example, https://app.example'),
    'one origin': {
      ...preflight('https://a.example'),
      verdict: blocked('preflight', 'PreflightAllowOriginMismatch'),
    },
  },
});

test('the gateway’s list is mended in its configuration, the handler’s in its code', () => {
  const value = 'https://a.example,https://b.example';
  const found = finding('several-origins-in-one-value', preflight(value));
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
  expect(found?.explanation).toContain(`"${value}"`);
  const handler: Case = {
    actual: { headers: { 'access-control-allow-origin': value, 'x-amzn-trace-id': 't' } },
    verdict: blocked('actual', 'MultipleAllowOriginValues', value),
  };
  expect(finding('several-origins-in-one-value', handler)).toMatchObject({
    owner: 'handler',
    remedies: ['allow-origin-in-handler'],
  });
});
