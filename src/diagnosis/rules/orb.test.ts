import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_BLOCKED_BY_ORB'])('%s', (error) => {
  const found = finding('orb', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'client', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('opaque response blocking');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('orb');
});

test.each(['net::ERR_BLOCKED_BY_RESPONSE'])('%s is another matter', (error) => {
  expect(finding('orb', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('orb', { ...unanswered({ error: 'net::ERR_BLOCKED_BY_ORB' }), verdict: { outcome: 'blocked' } }),
  ).toBeNull();
});
