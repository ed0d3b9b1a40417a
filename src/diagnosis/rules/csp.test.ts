import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test('the blocked reason tells it; the explanation names what to allow', () => {
  const made = unanswered({ error: '', blockedReason: 'csp' });
  expect(root(made)).toBe('csp');
  const found = finding('csp', made);
  expect(found?.explanation).toContain('"https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"');
  // DevTools' HAR leaves the reason out; only the debugger says it.
  expect(found?.confidence).toBe('likely');
  expect(
    finding('csp', unanswered({ error: '', blockedReason: 'csp', source: 'debugger' }))?.confidence,
  ).toBe('certain');
});

test('another reason is another matter', () => {
  expect(finding('csp', unanswered({ error: '', blockedReason: 'mixed-content' }))).toBeNull();
  expect(finding('csp', unanswered({ error: 'net::ERR_FAILED' }))).toBeNull();
});
