import { expect, test } from 'vitest';
import { blocked, finding, findings, root } from '../testing.ts';

const star = { headers: { 'access-control-allow-origin': '*' } };

test.each([
  ['preflight', 'PreflightWildcardOriginNotAllowed', 'gateway', 'cors-configuration'],
  ['actual', 'WildcardOriginNotAllowed', 'handler', 'allow-origin-in-handler'],
] as const)('%s', (step, code, owner, remedy) => {
  const made = { [step]: star, verdict: blocked(step, code), credentials: 'include' } as const;
  expect(root(made)).toBe('wildcard-with-credentials');
  expect(finding('wildcard-with-credentials', made)).toMatchObject({
    owner,
    remedies: [remedy, 'mend-client'],
  });
});

test('a wildcard that works is only a warning', () => {
  expect(finding('wildcard-with-credentials', { actual: star })).toBeNull();
  expect(findings({ actual: star }).map((one) => one.severity)).toEqual(['warning']);
});
