import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, type Case, finding, preflightWithout } from '../testing.ts';
import { functionUrlPermission } from './function-url-permission.ts';

const denied = { 'x-amzn-errortype': 'AccessDeniedException' };
const url = { kind: 'function-url' } as const;
const call: Case = { ...url, ...actualWithout(403, denied) };
const preflight: Case = { ...url, ...preflightWithout(403, denied) };

ruleCases(functionUrlPermission, {
  found: { 'the call': call, 'its preflight': preflight },
  nearMisses: {
    'a REST API': { ...call, kind: 'rest' },
    'the function’s own 403': { ...url, ...actualWithout(403) },
    'another status': { ...url, ...actualWithout(429, denied) },
  },
});

test('both permissions are named; on a preflight the missing Cors, too, which rests on no recording', () => {
  expect(finding('function-url-permission', call)?.explanation).toMatch(/InvokeFunctionUrl.*InvokeFunction/);
  expect(finding('function-url-permission', call)?.unverified).toBe(false);
  expect(finding('function-url-permission', preflight)).toMatchObject({
    unverified: true,
    remedies: ['cors-configuration'],
  });
});
