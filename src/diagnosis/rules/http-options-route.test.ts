import { expect, test } from 'vitest';
import { blocked, type Case, finding, preflightWithout, root } from '../testing.ts';

const http = { kind: 'http' } as const;
const decorated = { 'access-control-allow-origin': 'https://app.example' };

test('an authorizer on a catch-all route answers 401 with CORS headers', () => {
  const made: Case = {
    ...http,
    preflight: { status: 401, headers: { ...decorated, 'apigw-requestid': 'x=' } },
    verdict: blocked('preflight', 'PreflightInvalidStatus'),
  };
  expect(root(made)).toBe('http-options-route');
  const found = finding('http-options-route', made);
  expect(found?.title).toContain('authorizer');
  expect(found).toMatchObject({ confidence: 'likely', remedies: ['explicit-routes', 'cors-configuration'] });
});

test.each([200, 500])('a Lambda answers OPTIONS with %i', (status) => {
  const made = { ...http, ...preflightWithout(status) };
  expect(root(made)).toBe('http-options-route');
  expect(finding('http-options-route', made)?.title).toContain(
    `A \`$default\` or ANY route answers OPTIONS with ${status}`,
  );
});

test('an answer with allow-origin and no list is a route’s too', () => {
  const made: Case = {
    ...http,
    preflight: { status: 200, headers: decorated },
    method: 'PUT',
    verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
  };
  expect(root(made)).toBe('http-options-route');
});

test.each([
  ['the built-in 204', preflightWithout(204)],
  ['no route at all', preflightWithout(404)],
  ['a redirect', preflightWithout(301, { location: '/x' })],
  [
    'a configured list that lacks the method',
    {
      preflight: { status: 200, headers: { ...decorated, 'access-control-allow-methods': 'GET' } },
      verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
    },
  ],
])('not for %s', (_, made) => {
  expect(finding('http-options-route', { ...http, ...made })).toBeNull();
});

test('not for a REST API', () => {
  expect(finding('http-options-route', preflightWithout(401))).toBeNull();
});
