import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, judged, preflightWithout } from '../testing.ts';
import { functionUrlCorsUnconfigured } from './function-url-cors-unconfigured.ts';

const made: Case = { kind: 'function-url', ...preflightWithout(200) };

ruleCases(functionUrlCorsUnconfigured, {
  found: {
    'the function answers 200': made,
    'the function answers 404': { kind: 'function-url', ...preflightWithout(404) },
  },
  nearMisses: {
    'an HTTP API': { ...made, kind: 'http' },
    'a refusal by Lambda': {
      kind: 'function-url',
      ...preflightWithout(403, { 'x-amzn-errortype': 'AccessDeniedException' }),
    },
    'too many requests': { kind: 'function-url', ...preflightWithout(429) },
  },
});

test('where others got the headers it is the list, not the setting', () => {
  const other = judged({ id: '2', actual: { headers: { 'access-control-allow-origin': '*' } } });
  const rule = 'function-url-cors-unconfigured';
  expect(finding(rule, made)?.title).toContain('has no `Cors`');
  expect(finding(rule, { ...made, siblings: [other] })?.title).toContain('does not allow');
  expect(finding(rule, made)).toMatchObject({ confidence: 'likely', unverified: true });
});
