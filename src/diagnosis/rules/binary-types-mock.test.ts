import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { finding, preflightWithout } from '../testing.ts';
import { binaryTypesMock } from './binary-types-mock.ts';

const failed = { 'x-amzn-errortype': 'InternalServerErrorException' };

ruleCases(binaryTypesMock, {
  found: { 'OPTIONS answered 500': preflightWithout(500, failed) },
  nearMisses: {
    'a function’s 500': preflightWithout(500, { 'x-amzn-trace-id': 'Root=1' }),
    'a function that crashed': preflightWithout(502, failed),
    'a 500 without the name': preflightWithout(500),
    'an HTTP API': { ...preflightWithout(500, failed), kind: 'http' },
    'an OPTIONS that passes': { preflight: {}, actual: { headers: { 'access-control-allow-origin': '*' } } },
  },
});

test('it is reported, not recorded', () => {
  const found = finding('binary-types-mock', preflightWithout(500, failed));
  expect(found).toMatchObject({ confidence: 'likely', unverified: true, owner: 'gateway' });
  expect(found?.explanation).toContain('`*~1*`');
});
