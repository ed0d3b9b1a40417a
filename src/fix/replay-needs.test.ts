import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from '../diagnosis/index.ts';
import type { FixKind } from './api-view.ts';
import { circumstancesOf } from './circumstances.ts';
import { countNeeds } from './count-needs.ts';
import { finding, judged, policy } from './judged.testing.ts';
import { mendedGateway, replayPath } from './mended.ts';
import type { Need } from './need.ts';
import { planRest } from './plan.ts';
import { synthesisePolicy } from './policy.ts';
import { replay } from './replay.ts';
import { replayNeeds } from './replay-needs.ts';

const kinds = ['rest', 'http', 'function-url'] as const;

function replayOf(kind: FixKind, given: ReturnType<typeof policy>) {
  const circumstances = circumstancesOf([finding(['gateway-error-headers'])]);
  const mended = { kind, policy: given, plan: planRest(given, circumstances) };
  let asked = 0;
  return {
    asked: () => asked,
    replay: (need: Need) => {
      asked += 1;
      return replay(mendedGateway(mended, need.method, need.answerer), replayPath, need);
    },
  };
}

describe('replayNeeds', () => {
  it('comes to the same as one replay for each need', () => {
    const wanted = fc.record({
      origin: fc.constantFrom('http://localhost:1', 'https://a.test'),
      method: fc.constantFrom('GET', 'PUT'),
      headers: fc.subarray(['x-a', 'x-b', 'x-c', 'authorization', "it's"]),
      credentials: fc.constantFrom('include', 'omit'),
      answer: fc.constantFrom(
        { status: 200, headers: [] },
        { status: 401, headers: [['x-amzn-errortype', 'UnauthorizedException'] as const] },
      ),
    });
    const allowed = fc.record({
      origins: fc.subarray(['http://localhost:1', 'https://a.test', '*']),
      methods: fc.subarray(['GET', 'PUT', '*']),
      headers: fc.subarray(['x-a', 'x-b', 'authorization', '*']),
      credentials: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.array(wanted, { maxLength: 10 }),
        allowed,
        (kind, all, parts) => {
          const needs = countNeeds(all.map((one) => judged(one)));
          const { replay: one } = replayOf(kind, policy(parts));
          const each = { passed: 0, failed: 0, unverified: 0 };
          for (const { need, count } of needs.values()) {
            const got = one(need);
            const passes = (got.preflightPassed || !need.preflight) && got.actualPassed;
            each[passes ? 'passed' : 'failed'] += count;
            if (got.unverified) each.unverified += count;
          }
          const got = replayNeeds(needs, one);
          expect(got).toMatchObject({ passed: each.passed, failed: each.failed });
          // What fails may be told as not verified too often, never too seldom; of what passes the number is exact.
          expect(got.unverified).toBeGreaterThanOrEqual(each.unverified);
          if (each.failed === 0) expect(got.unverified).toBe(each.unverified);
        },
      ),
      { numRuns: 500 },
    );
  });

  const many: readonly Judged[] = Array.from({ length: 2000 }, (_, index) =>
    judged({ method: 'PUT', headers: [`x-${index}`] }),
  );

  it.each(kinds)('of a page that makes up header names asks the %s model a few times only', (kind) => {
    const model = replayOf(kind, synthesisePolicy(many.slice(0, 100)));
    expect(replayNeeds(countNeeds(many.slice(0, 100)), model.replay)).toMatchObject({
      passed: 100,
      failed: 0,
    });
    expect(model.asked()).toBe(2);
  });

  it('finds the one that a policy leaves out without asking for each', () => {
    const whole = synthesisePolicy(many);
    const model = replayOf('http', { ...whole, headers: whole.headers.filter((name) => name !== 'x-777') });
    expect(replayNeeds(countNeeds(many), model.replay)).toMatchObject({ passed: 1999, failed: 1 });
    expect(model.asked()).toBeLessThan(40);
  });

  it('asks once where the origin is not let in at all', () => {
    const model = replayOf('http', policy({ origins: ['https://a.test'], methods: ['PUT'] }));
    expect(replayNeeds(countNeeds(many), model.replay)).toMatchObject({ passed: 0, failed: 2000 });
    expect(model.asked()).toBe(2);
  });
});
