import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { methodCase } from './method-case.ts';

const refused = (method: string, allowed: string, extra: Case = {}): Case => ({
  method,
  preflight: { headers: { 'access-control-allow-methods': allowed } },
  verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', method),
  ...extra,
});

ruleCases(methodCase, {
  found: {
    'the call is in lower case': refused('patch', 'GET,PATCH'),
    'the configuration is in lower case': refused('PATCH', 'get,patch'),
    'at an HTTP API': refused('patch', 'PATCH', { kind: 'http' }),
    'with a refused header, which the browser names': refused('patch', 'PATCH', {
      headers: ['x-a'],
      verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
    }),
  },
  nearMisses: {
    'another method': refused('PATCH', 'get,post'),
    'no list': refused('PATCH', ''),
    'it is listed, whatever the browser says': refused('PATCH', 'PATCH'),
    'the method is allowed, a header is not': refused('PATCH', 'PATCH,patch', {
      headers: ['x-a'],
      verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
    }),
    'a wildcard with credentials': refused('patch', '*,PATCH', { credentials: 'include' }),
    'the origin is what lacks': refused('patch', 'PATCH', {
      verdict: blocked('preflight', 'PreflightMissingAllowOriginHeader'),
    }),
    'nothing is blocked': { method: 'PATCH', preflight: {}, actual: {} },
  },
});

test.each([
  ['patch', 'PATCH', 'client', 'in the call.', ['mend-client']],
  ['PATCH', 'patch', 'gateway', 'in the configuration.', ['cors-configuration']],
  [
    'Patch',
    'patch',
    'client',
    'in the call and in the configuration.',
    ['mend-client', 'cors-configuration'],
  ],
])('%s against %s: who writes it in upper case', (method, allowed, owner, words, remedies) => {
  const found = finding('method-case', refused(method, allowed));
  expect(found).toMatchObject({ owner, remedies, confidence: 'certain', causedBy: null });
  expect(found?.explanation).toContain(`Write "PATCH" ${words}`);
  expect(found?.evidence.map(({ value }) => value)).toEqual([allowed, method]);
});
