import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_TOO_MANY_REDIRECTS', 'NS_ERROR_REDIRECT_LOOP'])('%s', (error) => {
  const found = finding('redirect-loop', unanswered({ error }));
  expect(found).toMatchObject({
    severity: 'error',
    owner: 'integration',
    confidence: 'certain',
    causedBy: null,
  });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('without end');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('redirect-loop');
});

test.each(['net::ERR_INVALID_REDIRECT'])('%s is another matter', (error) => {
  expect(finding('redirect-loop', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('redirect-loop', {
      ...unanswered({ error: 'net::ERR_TOO_MANY_REDIRECTS' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
