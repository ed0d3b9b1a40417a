/** The runner asks an exchange only the rules that can speak of it. Here all are asked, and none that would have spoken is left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GatewayKind } from '../gateway/index.ts';
import { diagnose } from './diagnose.ts';
import { faultOf } from './fault.ts';
import type { Rule, Subject } from './rule.ts';
import { rules } from './rules/index.ts';
import { blocked, type Case, type Headers, judged, subject } from './testing.ts';

/** By what every rule says of itself that is plain to see: neither signs nor causes. */
function isAsked({ outcomes, gateways, faults, step, needsTemplate }: Rule, of: Subject): boolean {
  const { outcome, code, step: at } = of.judgement.verdict;
  const fault = faultOf(code);
  return (
    needsTemplate === undefined &&
    outcomes?.includes(outcome) !== false &&
    gateways?.includes(of.gateway.kind) !== false &&
    (faults?.some((each) => each === fault) ?? true) &&
    (step === undefined || step === at)
  );
}

const names = [
  'UnauthorizedException',
  'ExpiredTokenException',
  'AccessDeniedException',
  'MissingAuthenticationTokenException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'BadRequestException',
  'TooManyRequestsException',
  'RequestTooLargeException',
  'ForbiddenException',
  'InternalServerErrorException',
  'OtherException',
] as const;

const headers = fc
  .record(
    {
      'x-amzn-errortype': fc.constantFrom(...names),
      'x-amzn-trace-id': fc.constant('Root=1'),
      'x-cache': fc.constantFrom('Error from cloudfront', 'Hit from cloudfront'),
      location: fc.constant('/else'),
    },
    { requiredKeys: [] },
  )
  .map((made): Headers => ({ ...made }));
const answer = fc.record({
  status: fc.constantFrom(204, 301, 400, 401, 403, 404, 405, 413, 429, 500, 502, 503, 504),
  headers,
});
const good = { headers: { 'access-control-allow-origin': '*' } };

const verdicts = fc.constantFrom(
  blocked('preflight', 'PreflightMissingAllowOriginHeader'),
  blocked('preflight', 'PreflightInvalidStatus'),
  blocked('preflight', 'PreflightDisallowedRedirect'),
  blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
  blocked('preflight', 'InvalidAllowMethodsPreflightResponse'),
  blocked('actual', 'MissingAllowOriginHeader'),
  blocked('actual', 'MissingAllowOriginHeader'),
  blocked('actual', 'AllowOriginMismatch'),
);
const cases: fc.Arbitrary<Case> = fc
  .record({
    kind: fc.constantFrom<GatewayKind[]>('rest', 'rest', 'http', 'function-url', 'cloudfront', 'other'),
    verdict: verdicts,
    preflight: answer,
    actual: answer,
    origin: fc.constantFrom('null', 'https://a.test', 'https://a.test'),
    headers: fc.constantFrom<string[][]>([], ['x-api-key'], ['x-amz-date']),
    url: fc.constantFrom(
      'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/Prod/orders',
      'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/orders',
      'http://10.0.0.1/a',
    ),
    unsent: fc.constantFrom(false, false, false, true),
  })
  .map(({ unsent, ...made }) => (unsent ? { ...made, unansweredPreflight: 'net::ERR_FAILED' } : made));

test('no rule that would speak of a blocked exchange is left out', () => {
  const spoke = new Set<string>();
  fc.assert(
    fc.property(cases, fc.boolean(), (made, alone) => {
      const { kind, ...common } = made;
      const passed = { ...common, id: 'before', preflight: good, actual: good, verdict: {} };
      const of = subject({ ...made, siblings: alone ? [] : [judged(passed)] });
      const told = diagnose(of).map(({ rule }) => rule);
      for (const rule of rules) {
        if (!isAsked(rule, of) || rule.find(of) === null) continue;
        spoke.add(rule.id);
        expect(told).toContain(rule.id);
      }
    }),
    { seed: 5, numRuns: 4000 },
  );
  const chosen = rules.filter(
    ({ sign, cause, outcomes }) => (sign !== undefined || cause !== undefined) && outcomes?.[0] === 'blocked',
  );
  // Where one of them never spoke, nothing was shown of it.
  expect(chosen.map(({ id }) => id).filter((id) => !spoke.has(id))).toEqual([]);
});
