import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, finding, preflightWithout } from '../testing.ts';
import { optionsHandledByFunction } from './options-handled-by-function.ts';

const trace = { 'x-amzn-trace-id': 'Root=1' };
const failed = { 'x-amzn-errortype': 'InternalServerErrorException' };

ruleCases(optionsHandledByFunction, {
  found: {
    'a good status without the header': preflightWithout(200, trace),
    'a 404 of the code': preflightWithout(404, trace),
    'a 500 of the code': preflightWithout(500, trace),
    'a crash': preflightWithout(502, failed),
    'a timeout': preflightWithout(504, failed),
  },
  nearMisses: {
    'a mock without the header': preflightWithout(200),
    'a redirect of the code': preflightWithout(307, { ...trace, location: 'https://a.example/' }),
    'another origin than the page’s': {
      preflight: { headers: { ...trace, 'access-control-allow-origin': 'https://b.example' } },
      verdict: blocked('preflight', 'PreflightAllowOriginMismatch'),
    },
    'an HTTP API': { ...preflightWithout(200, trace), kind: 'http' },
    'code that answers well': {
      preflight: { headers: { ...trace, 'access-control-allow-origin': '*' } },
      actual: { headers: { 'access-control-allow-origin': '*' } },
    },
  },
});

test('says whether the code answered or failed', () => {
  expect(finding('options-handled-by-function', preflightWithout(200, trace))).toMatchObject({
    owner: 'handler',
    confidence: 'likely',
    remedies: ['cors-configuration', 'explicit-routes'],
  });
  const crash = finding('options-handled-by-function', preflightWithout(502, failed));
  expect(crash?.explanation).toContain('crashed');
  expect(finding('options-handled-by-function', preflightWithout(504, failed))?.explanation).toContain(
    'too slow',
  );
});
