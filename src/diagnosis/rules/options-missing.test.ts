import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });

test('403 Missing Authentication Token on OPTIONS of a REST API', () => {
  expect(root(missing)).toBe('options-missing');
  const found = finding('options-missing', missing);
  expect(found).toMatchObject({ owner: 'gateway', confidence: 'likely', remedies: ['cors-configuration'] });
  expect(found?.explanation).toContain('AWS_IAM');
  expect(found?.evidence).toMatchObject([
    { message: 'preflight-response', header: ':status', value: '403' },
    { header: 'x-amzn-errortype', value: 'MissingAuthenticationTokenException' },
  ]);
});

test('the error name may carry a service’s tail', () => {
  const tail = 'MissingAuthenticationTokenException:http://internal.amazon.com/coral/';
  expect(root(preflightWithout(403, { 'X-Amzn-ErrorType': tail }))).toBe('options-missing');
});

test.each([
  ['another error', preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' })],
  ['another gateway', { ...missing, kind: 'other' as const }],
  ['the actual request', actualWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' })],
])('not for %s', (_, made) => {
  expect(finding('options-missing', made)).toBeNull();
});
