import { describe, expect, it } from 'vitest';
import type { Judged } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { articleHttp, articleRest, finding, judged, policy } from './judged.testing.ts';
import { synthesisePolicy } from './policy.ts';
import { prove } from './prove.ts';

const proof = (captured: readonly Judged[], kind: FixKind, given?: Policy, findings = [finding([])]) =>
  prove({ policy: given ?? synthesisePolicy(captured), kind, judged: captured, findings });

const kinds: readonly FixKind[] = ['rest', 'http', 'function-url'];

describe.each(kinds)('prove for %s', (kind) => {
  it.each([
    ['one origin', articleRest],
    ['two origins', articleHttp],
    ['credentials', [judged({ credentials: 'include', method: 'PUT', headers: ['authorization'] })]],
    ['a simple request', [judged({ method: 'HEAD' })]],
  ] as const)('lets every captured exchange with %s pass and refuses every stranger', (_name, captured) => {
    const got = proof(captured, kind);
    expect(got).toMatchObject({ passed: captured.length, failed: 0, strangersAccepted: 0 });
  });

  it.each([
    ['origin', { origins: ['https://a.test'] }],
    ['method', { methods: ['GET'] }],
    ['header', { headers: [] }],
    ['credentials', { credentials: false }],
  ] as const)('counts an exchange as failed when the policy lacks its %s', (_name, parts) => {
    const captured = [judged({ method: 'PUT', headers: ['x-a'], credentials: 'include' })];
    const whole = synthesisePolicy(captured);
    expect(proof(captured, kind, whole)).toMatchObject({ passed: 1, failed: 0 });
    expect(proof(captured, kind, { ...whole, ...parts })).toMatchObject({ passed: 0, failed: 1 });
  });

  it('accepts strangers of a policy that is too wide', () => {
    const wide = policy({ origins: ['*'] });
    expect(proof([], kind, wide).strangersAccepted).toBeGreaterThan(0);
  });

  it.each([
    // Two origins that nobody has, three near misses of the page's, a method, a header; credentials where not granted.
    [false, 8],
    [true, 7],
  ])('with credentials granted: %s, refuses %i strangers', (credentials, strangersRefused) => {
    const got = proof([], kind, policy({ credentials }));
    expect(got).toMatchObject({ strangersRefused, strangersAccepted: 0 });
  });

  it('counts exchanges, not kinds of exchanges', () => {
    expect(proof([judged(), judged(), judged({ method: 'POST' })], kind).passed).toBe(3);
  });

  it('does not let the origin null in', () => {
    const captured = [judged(), judged({ origin: 'null' })];
    expect(proof(captured, kind)).toMatchObject({ passed: 1, failed: 1, strangersAccepted: 0 });
  });
});

describe('prove', () => {
  it('counts what rests on behaviour that was not recorded: an HTTP API’s refusals', () => {
    expect(proof(articleRest, 'rest').restsOnUnverified).toBe(0);
    // Several origins: the handler answers OPTIONS, as it does on any route.
    expect(proof(articleHttp, 'rest').restsOnUnverified).toBe(0);
    const http = proof(articleRest, 'http');
    expect(http.restsOnUnverified).toBeGreaterThan(0);
    expect(http.restsOnUnverified).toBeLessThanOrEqual(http.strangersRefused);
  });

  const refused = [
    judged({ answer: { status: 401, headers: [['x-amzn-errortype', 'UnauthorizedException']] } }),
    judged({ answer: { status: 502, headers: [['x-amzn-errortype', 'InternalServerErrorException']] } }),
  ];

  it('shows that gateway responses make the gateway’s own errors readable', () => {
    const findings = [finding(['gateway-error-headers'])];
    expect(proof(refused, 'rest', policy(), findings)).toMatchObject({ passed: 2, failed: 0 });
  });

  it('does not claim that they do for several origins', () => {
    const findings = [finding(['gateway-error-headers'])];
    const two = policy({ origins: ['http://localhost:3000', 'https://b.test'] });
    expect(proof(refused, 'rest', two, findings)).toMatchObject({ passed: 0, failed: 2 });
  });

  it('fails what a REST template cannot say', () => {
    const captured = [judged({ method: 'PUT', headers: ["it's"] })];
    expect(proof(captured, 'rest').failed).toBe(1);
    expect(proof(captured, 'http').failed).toBe(0);
  });
});
