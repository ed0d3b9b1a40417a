import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_NAME_NOT_RESOLVED', 'NS_ERROR_UNKNOWN_HOST'])('%s', (error) => {
  const found = finding('dns-failure', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'client', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('execute-api.us-east-1.amazonaws.com');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('dns-failure');
});

test.each(['net::ERR_CONNECTION_REFUSED'])('%s is another matter', (error) => {
  expect(finding('dns-failure', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('dns-failure', {
      ...unanswered({ error: 'net::ERR_NAME_NOT_RESOLVED' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
