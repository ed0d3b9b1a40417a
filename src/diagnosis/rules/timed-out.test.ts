import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_TIMED_OUT', 'net::ERR_CONNECTION_TIMED_OUT', 'NS_ERROR_NET_TIMEOUT'])('%s', (error) => {
  const found = finding('timed-out', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'network', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('in time');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('timed-out');
});

test.each(['net::ERR_ABORTED'])('%s is another matter', (error) => {
  expect(finding('timed-out', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('timed-out', { ...unanswered({ error: 'net::ERR_TIMED_OUT' }), verdict: { outcome: 'blocked' } }),
  ).toBeNull();
});
