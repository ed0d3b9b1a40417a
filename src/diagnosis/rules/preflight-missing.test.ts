import { expect, test } from 'vitest';
import { finding, findings } from '../testing.ts';

test('a note, no error', () => {
  expect(findings({ state: 'missing', actual: {} })).toMatchObject([
    { rule: 'preflight-missing', severity: 'info', confidence: 'likely' },
  ]);
});

test('not while it is pending, and not where none was owed', () => {
  expect(finding('preflight-missing', { state: 'missing', verdict: { outcome: 'pending' } })).toBeNull();
  expect(finding('preflight-missing', { state: 'not-needed' })).toBeNull();
});
