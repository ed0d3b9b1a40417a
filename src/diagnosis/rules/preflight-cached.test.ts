import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const cached: Case = { state: 'cached', cachedPreflight: {}, actual: {} };

test('a note with the age that was allowed', () => {
  expect(finding('preflight-cached', cached)).toMatchObject({
    severity: 'info',
    evidence: [{ header: 'access-control-max-age', note: 'not sent' }],
  });
  const aged = { ...cached, cachedPreflight: { headers: { 'access-control-max-age': '7200' } } };
  expect(finding('preflight-cached', aged)?.evidence).toMatchObject([{ value: '7200' }]);
});

test('a fault of the cached answer is diagnosed on it', () => {
  const made: Case = {
    ...cached,
    method: 'PUT',
    verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
  };
  expect(root(made)).toBe('method-not-allowed');
});

test('not for a preflight that was sent', () => {
  expect(finding('preflight-cached', { ...cached, state: 'sent' })).toBeNull();
});

test('where only the user says so, no earlier answer is claimed', () => {
  const found = finding('preflight-cached', { state: 'cached', actual: {} });
  expect(found?.explanation).toMatch(/^Set by hand/);
  expect(found?.evidence).toMatchObject([{ message: 'actual-request', note: 'set by hand' }]);
});
