import { expect, test } from 'vitest';
import { blocked, type Case, finding, type Headers, root } from '../testing.ts';

const answered = (headers: Headers): Case => ({
  actual: { headers: { 'access-control-allow-origin': 'https://app.example', ...headers } },
  verdict: blocked('actual', 'InvalidAllowCredentials'),
  credentials: 'include',
});

test('missing', () => {
  expect(root(answered({}))).toBe('allow-credentials-missing');
  expect(finding('allow-credentials-missing', answered({}))).toMatchObject({
    title: 'Access-Control-Allow-Credentials is missing',
    remedies: ['allow-origin-in-handler'],
  });
});

test.each(['True', 'yes', 'true, true'])('%s is not true', (value) => {
  const found = finding('allow-credentials-missing', answered({ 'access-control-allow-credentials': value }));
  expect(found?.title).toBe('Access-Control-Allow-Credentials is not exactly true');
  expect(found?.explanation).toContain(`"${value}"`);
  expect(found?.explanation.includes('The case counts')).toBe(value === 'True');
});

test('not where the request passed', () => {
  expect(finding('allow-credentials-missing', { ...answered({}), verdict: {} })).toBeNull();
});
