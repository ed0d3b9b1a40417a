import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const lenient: Case = {
  headers: ['authorization'],
  preflight: { headers: { 'access-control-allow-headers': '*' } },
  deviations: ['authorization-covered-by-wildcard'],
};

test('the Standard refuses what the browser lets pass', () => {
  expect(finding('authorization-wildcard', lenient)).toMatchObject({
    severity: 'warning',
    remedies: ['cors-configuration'],
    evidence: [{ header: 'access-control-allow-headers', value: '*' }],
  });
});

test('it does not become the cause of another fault', () => {
  const made = {
    ...lenient,
    actual: { headers: { 'x-amzn-trace-id': 'Root=1' } },
    verdict: blocked('actual', 'MissingAllowOriginHeader'),
  };
  expect(root(made)).toBe('handler-allow-origin-missing');
});

test('not where no deviation took part', () => {
  expect(finding('authorization-wildcard', { ...lenient, deviations: [] })).toBeNull();
});
