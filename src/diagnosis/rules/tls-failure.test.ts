import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

test.each([
  'net::ERR_CERT_AUTHORITY_INVALID',
  'net::ERR_SSL_PROTOCOL_ERROR',
  'The certificate is not trusted because it is self-signed.',
  'SSL received a record that exceeded the maximum permissible length.',
])('%s', (error) => {
  const found = finding('tls-failure', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', owner: 'network', confidence: 'certain', causedBy: null });
  expect(found?.title).toMatch(/^Not CORS: /);
  expect(found?.title).toContain('TLS');
  expect(found?.explanation).toContain(error);
  expect(root(unanswered({ error }))).toBe('tls-failure');
});

test.each(['net::ERR_EMPTY_RESPONSE'])('%s is another matter', (error) => {
  expect(finding('tls-failure', unanswered({ error }))).toBeNull();
});

test('a request that CORS blocked keeps its own cause', () => {
  expect(
    finding('tls-failure', {
      ...unanswered({ error: 'net::ERR_CERT_AUTHORITY_INVALID' }),
      verdict: { outcome: 'blocked' },
    }),
  ).toBeNull();
});
