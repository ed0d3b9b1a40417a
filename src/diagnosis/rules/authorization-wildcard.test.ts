import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding, root } from '../testing.ts';
import { authorizationWildcard } from './authorization-wildcard.ts';

const lenient: Case = {
  headers: ['authorization'],
  preflight: { headers: { 'access-control-allow-headers': '*' } },
  deviations: ['authorization-covered-by-wildcard'],
};

const strict = (allowed: string, more: Case = {}): Case => ({
  headers: ['authorization'],
  preflight: { headers: { 'access-control-allow-headers': allowed } },
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'authorization'),
  ...more,
});

ruleCases(authorizationWildcard, {
  found: {
    'a lenient browser: a warning': lenient,
    'a strict browser: the cause': strict('*'),
    'a strict browser, beside a list': strict('content-type, *', { kind: 'http' }),
  },
  nearMisses: {
    'no wildcard': strict('content-type'),
    'with credentials the wildcard covers nothing': strict('*', { credentials: 'include' }),
    'another header is refused': {
      ...strict('content-type'),
      headers: ['x-a'],
      verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
    },
  },
});

test('where it decides it is an error, and the general rule keeps silent', () => {
  expect(finding('authorization-wildcard', strict('*'))).toMatchObject({
    severity: 'error',
    owner: 'gateway',
    causedBy: null,
    remedies: ['cors-configuration'],
    evidence: [{ value: '*' }, { value: 'authorization' }],
  });
  expect(finding('header-not-allowed', strict('*'))).toBeNull();
});

test('the Standard refuses what the browser lets pass', () => {
  expect(finding('authorization-wildcard', lenient)).toMatchObject({
    severity: 'warning',
    remedies: ['cors-configuration'],
    evidence: [{ header: 'access-control-allow-headers', value: '*' }],
  });
});

test('it does not become the cause of another fault', () => {
  const made = {
    ...lenient,
    actual: { headers: { 'x-amzn-trace-id': 'Root=1' } },
    verdict: blocked('actual', 'MissingAllowOriginHeader'),
  };
  expect(root(made)).toBe('handler-allow-origin-missing');
});

test('not where no deviation took part', () => {
  expect(finding('authorization-wildcard', { ...lenient, deviations: [] })).toBeNull();
});
