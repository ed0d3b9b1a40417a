import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each([
  'net::ERR_INVALID_HTTP_RESPONSE',
  'net::ERR_INVALID_CHUNKED_ENCODING',
  'net::ERR_HTTP2_PROTOCOL_ERROR',
])('%s', (error) => {
  const found = finding('protocol-error', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'network', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('HTTP protocol');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('protocol-error');
});

test.each(['net::ERR_CONNECTION_CLOSED'])('%s is another matter', (error) => {
  expect(finding('protocol-error', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('protocol-error', {
      ...unanswered({ error: 'net::ERR_INVALID_HTTP_RESPONSE' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
