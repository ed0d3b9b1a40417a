import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corsErrorCodes } from '../cors/index.ts';
import { faultOf } from './fault.ts';
import { rules } from './rules/index.ts';
import { blocked, type Case, type Headers, subject } from './testing.ts';

test('a fault is a reason code without the step in its name', () => {
  expect(faultOf('PreflightMissingAllowOriginHeader')).toBe('MissingAllowOriginHeader');
  expect(faultOf('MissingAllowOriginHeader')).toBe('MissingAllowOriginHeader');
  expect(faultOf('InvalidAllowMethodsPreflightResponse')).toBe('InvalidAllowMethodsPreflightResponse');
  expect(faultOf(null)).toBe('');
});

/** Values that make the rules of refusals speak. */
const headers = fc
  .record(
    {
      'access-control-allow-origin': fc.constantFrom<(string | readonly string[])[]>(
        '*',
        'null',
        'https://app.example/',
        'http://app.example',
        'https://b.test',
        'https://a.test, https://b.test',
        ['*', '*'],
      ),
      'access-control-allow-credentials': fc.constantFrom('true', 'True'),
      'access-control-allow-methods': fc.constantFrom('*', 'put', 'POST'),
      'access-control-allow-headers': fc.constantFrom('*', 'x-a'),
      'x-amzn-errortype': fc.constantFrom(
        'ForbiddenException',
        'UnauthorizedException',
        'InternalServerErrorException',
      ),
      'x-amzn-trace-id': fc.constant('Root=1'),
      via: fc.constant('1.1 cloudfront'),
      age: fc.constant('9'),
    },
    { requiredKeys: [] },
  )
  .map((made): Headers => ({ ...made }));

const answer = fc.record({ status: fc.constantFrom(200, 204, 301, 403, 413, 500, 502, 504), headers });

const cases: fc.Arbitrary<Case> = fc
  .record(
    {
      preflight: answer,
      actual: answer,
      kind: fc.constantFrom('rest', 'http', 'function-url', 'cloudfront', 'other'),
      credentials: fc.constantFrom('include', 'same-origin'),
      method: fc.constantFrom('GET', 'PUT', 'patch'),
      headers: fc.constantFrom(['authorization'], ['traceparent'], ['x-requested-with'], ['x-b']),
      origin: fc.constantFrom('null', 'https://app.example'),
      code: fc.constantFrom(...corsErrorCodes),
    },
    { requiredKeys: ['preflight', 'actual', 'code'] },
  )
  .map(({ code, ...made }): Case => {
    const step = code.includes('Preflight') ? 'preflight' : 'actual';
    return { ...made, verdict: blocked(step, code, code.startsWith('Method') ? 'PUT' : '') };
  });

test('a rule has nothing to say of an exchange that was blocked for another fault than its own', () => {
  const spoke = new Set<string>();
  const faulted = rules.filter(({ faults }) => faults !== undefined);
  fc.assert(
    fc.property(cases, (made) => {
      const asked = subject(made);
      const fault = faultOf(asked.judgement.verdict.code);
      for (const { id, faults, gateways, step, find } of faulted) {
        if (gateways?.includes(asked.gateway.kind) === false) continue;
        if (step !== undefined && step !== asked.judgement.verdict.step) continue;
        if (faults === undefined || find(asked) === null) continue;
        spoke.add(id);
        expect([id, faults.some((each) => each === fault)]).toEqual([id, true]);
      }
    }),
    { seed: 7, numRuns: 4000 },
  );
  // A test that no rule speaks in would show nothing.
  expect(spoke.size).toBeGreaterThan(20);
});
