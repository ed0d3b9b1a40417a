import { expect, test } from 'vitest';
import { actualWithout, finding, findings, unanswered } from '../testing.ts';

test.each(['net::ERR_FAILED', 'NS_ERROR_FAILURE', ''])('without a name (%s) it says so', (error) => {
  const found = finding('network-error', unanswered({ error }));
  expect(found).toMatchObject({ severity: 'error', confidence: 'likely', causedBy: null });
  expect(found?.title).toContain('does not say why');
});

test('a name that is not known here is quoted', () => {
  const found = finding('network-error', unanswered({ error: 'net::ERR_SOMETHING_NEW' }));
  expect(found?.explanation).toContain('"net::ERR_SOMETHING_NEW"');
});

test('it stays silent where a rule knows the cause', () => {
  const made = findings(unanswered({ error: 'net::ERR_NAME_NOT_RESOLVED' }));
  expect(made.map(({ rule }) => rule)).toEqual(['dns-failure']);
});

test('an error on a request that CORS blocked is not taken for it', () => {
  expect(finding('network-error', { ...actualWithout(200), error: 'net::ERR_FAILED' })).toBeNull();
});
