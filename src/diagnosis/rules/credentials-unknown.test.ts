import { expect, test } from 'vitest';
import { finding } from '../testing.ts';

test('an assumed verdict says what else fits', () => {
  const verdict = { basis: 'assumed', alternatives: ['WildcardOriginNotAllowed'] } as const;
  const found = finding('credentials-unknown', { actual: {}, verdict });
  expect(found).toMatchObject({ severity: 'info', confidence: 'likely' });
  expect(found?.explanation).toContain('Assumed: allowed; WildcardOriginNotAllowed fits too.');
});

test('a certain verdict needs no such note', () => {
  expect(finding('credentials-unknown', { actual: {} })).toBeNull();
});
