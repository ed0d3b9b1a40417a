import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_INTERNET_DISCONNECTED', 'NS_ERROR_OFFLINE'])('%s', (error) => {
  const found = finding('offline', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'client', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('offline');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('offline');
});

test.each(['net::ERR_NETWORK_CHANGED'])('%s is another matter', (error) => {
  expect(finding('offline', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('offline', {
      ...unanswered({ error: 'net::ERR_INTERNET_DISCONNECTED' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
