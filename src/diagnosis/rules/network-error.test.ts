import { expect, test } from 'vitest';
import { actualWithout, finding } from '../testing.ts';

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'host name', 'client'],
  ['NS_ERROR_UNKNOWN_HOST', 'host name', 'client'],
  ['net::ERR_CONNECTION_REFUSED', 'nothing listens', 'network'],
  ['net::ERR_CERT_DATE_INVALID', 'TLS', 'network'],
  ['csp', 'Content Security Policy', 'client'],
  ['mixed-content', 'https page', 'client'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'extension', 'client'],
  ['net::ERR_TIMED_OUT', 'in time', 'network'],
  ['net::ERR_SOMETHING_NEW', 'no more precise reason', 'network'],
])('%s: %s', (error, words, owner) => {
  const found = finding('network-error', { error, verdict: { outcome: 'network-error' } });
  expect(found).toMatchObject({ severity: 'error', owner, causedBy: null });
  expect(found?.title).toMatch(/^This is not CORS: /);
  expect(found?.title).toContain(words);
  expect(found?.explanation).toContain(`"${error}"`);
});

test('a cancelled request is no fault of the server', () => {
  const found = finding('network-error', {
    error: 'net::ERR_ABORTED',
    verdict: { outcome: 'network-error' },
  });
  expect(found?.severity).toBe('warning');
});

test('without a name it is only likely', () => {
  expect(finding('network-error', { verdict: { outcome: 'network-error' } })?.confidence).toBe('likely');
});

test('an error on a request that CORS blocked is not taken for it', () => {
  expect(finding('network-error', { ...actualWithout(200), error: 'net::ERR_FAILED' })).toBeNull();
});
