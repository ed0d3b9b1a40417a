import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test('the blocked reason tells it', () => {
  const made = unanswered({ error: '', blockedReason: 'mixed-content' });
  expect(root(made)).toBe('mixed-content');
  expect(finding('mixed-content', made)).toMatchObject({ owner: 'client', remedies: ['mend-client'] });
});

test('another reason is another matter', () => {
  expect(finding('mixed-content', unanswered({ error: '', blockedReason: 'csp' }))).toBeNull();
});
