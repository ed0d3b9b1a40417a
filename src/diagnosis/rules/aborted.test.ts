import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_ABORTED', 'NS_BINDING_ABORTED'])('%s', (error) => {
  const found = finding('aborted', unanswered({ error }));
  expect(found).toMatchObject({
    severity: 'warning',
    owner: 'client',
    confidence: 'certain',
    causedBy: null,
  });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('gave the request up');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('aborted');
});

test.each(['net::ERR_CONNECTION_RESET', 'NS_ERROR_ABORT'])('%s is another matter', (error) => {
  expect(finding('aborted', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('aborted', { ...unanswered({ error: 'net::ERR_ABORTED' }), verdict: { outcome: 'blocked' } }),
  ).toBeNull();
});
