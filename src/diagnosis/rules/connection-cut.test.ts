import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each([
  'net::ERR_CONNECTION_RESET',
  'net::ERR_EMPTY_RESPONSE',
  'net::ERR_CONTENT_LENGTH_MISMATCH',
  'NS_ERROR_NET_RESET',
  'NS_ERROR_NET_PARTIAL_TRANSFER',
])('%s', (error) => {
  const found = finding('connection-cut', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'network', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('was cut before the answer');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('connection-cut');
});

test.each(['net::ERR_CONNECTION_REFUSED', 'net::ERR_ABORTED'])('%s is another matter', (error) => {
  expect(finding('connection-cut', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('connection-cut', {
      ...unanswered({ error: 'net::ERR_CONNECTION_RESET' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
