import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_BLOCKED_BY_CLIENT', 'NS_ERROR_ABORT'])('%s', (error) => {
  const found = finding('blocked-by-extension', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'client', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('an extension');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('blocked-by-extension');
});

test.each(['NS_BINDING_ABORTED', 'net::ERR_BLOCKED_BY_RESPONSE'])('%s is another matter', (error) => {
  expect(finding('blocked-by-extension', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('blocked-by-extension', {
      ...unanswered({ error: 'net::ERR_BLOCKED_BY_CLIENT' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
