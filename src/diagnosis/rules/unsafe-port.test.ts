import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_UNSAFE_PORT', 'NS_ERROR_PORT_ACCESS_NOT_ALLOWED'])('%s', (error) => {
  const found = finding('unsafe-port', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'client', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('port');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('unsafe-port');
});

test.each(['net::ERR_CONNECTION_REFUSED'])('%s is another matter', (error) => {
  expect(finding('unsafe-port', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('unsafe-port', {
      ...unanswered({ error: 'net::ERR_UNSAFE_PORT' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
