import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each(['net::ERR_CONNECTION_REFUSED', 'NS_ERROR_CONNECTION_REFUSED', 'net::ERR_ADDRESS_UNREACHABLE'])(
  '%s',
  (error) => {
    const found = finding('connection-refused', unanswered({ error }));
    expect(found).toMatchObject({
      severity: 'error',
      owner: 'network',
      confidence: 'certain',
      causedBy: null,
    });
    expect(found?.title).toMatch(/^Not CORS: /);
    expect(found?.title).toContain('nothing answers');
    expect(found?.explanation).toContain(error);
    expect(root(unanswered({ error }))).toBe('connection-refused');
  },
);

test.each(['net::ERR_CONNECTION_RESET'])('%s is another matter', (error) => {
  expect(finding('connection-refused', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('connection-refused', {
      ...unanswered({ error: 'net::ERR_CONNECTION_REFUSED' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
