import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corsErrorCodes } from '../cors/index.ts';
import { diagnose, diagnoseWith } from './diagnose.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { actualWithout, blocked, findings, judged, preflightWithout, subject } from './testing.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };

describe('order and cause', () => {
  const rule = (id: string, rank: number, severity: 'error' | 'warning', causedBy?: null): Rule => ({
    id,
    rank,
    meta: {
      severity,
      owner: 'gateway',
      summary: '',
      symptom: '',
      why: '',
      fix: '',
      known: 'standard',
      links: [],
    },
    find: () => ({
      title: id,
      explanation: '',
      evidence: [],
      ...(causedBy === undefined ? {} : { causedBy }),
    }),
  });

  test('the first error is the root, later errors fold under it unless they stand alone', () => {
    const made = diagnoseWith(
      [
        rule('w', 1, 'warning'),
        rule('root', 2, 'error'),
        rule('s', 3, 'error'),
        rule('own', 4, 'error', null),
      ],
      subject({}),
    );
    expect(made.map((one) => [one.rule, one.causedBy])).toEqual([
      ['root', null],
      ['s', 'root'],
      ['own', null],
      ['w', null],
    ]);
  });

  test('errors on an assumed verdict are only likely', () => {
    const assumed = subject({ verdict: { basis: 'assumed' } });
    const made = diagnoseWith([rule('root', 2, 'error'), rule('w', 3, 'warning')], assumed);
    expect(made.map((one) => one.confidence)).toEqual(['likely', 'certain']);
  });
});

describe('a preflight that is refused by status is not read as a missing header', () => {
  test.each([401, 403, 404, 500])('%i', (status) => {
    for (const kind of ['rest', 'http', 'function-url', 'cloudfront', 'other'] as const) {
      const [root, symptom] = findings({ kind, ...preflightWithout(status, { 'x-amzn-trace-id': 't' }) });
      expect(root?.evidence).toContainEqual(
        expect.objectContaining({ header: ':status', value: `${status}` }),
      );
      expect(root?.causedBy).toBeNull();
      expect(root?.rule).not.toMatch(/allow-origin-missing|reason-code/);
      expect(symptom).toMatchObject({ rule: 'reason-code', causedBy: root?.rule });
    }
  });
});

test('healthy and pending exchanges have no error', () => {
  expect(findings({ preflight: { headers: acao }, actual: { headers: acao } })).toEqual([]);
  expect(findings({ ...actualWithout(200), verdict: { outcome: 'pending' } })).toEqual([]);
  expect(findings({ actual: {}, verdict: { outcome: 'not-cors' } })).toEqual([]);
});

test('a message that was not captured still gives an error with its reason code', () => {
  const made = findings({ verdict: blocked('preflight', 'PreflightInvalidStatus') });
  expect(made).toMatchObject([{ rule: 'reason-code', severity: 'error', causedBy: null }]);
});

const ids = new Set(rules.map((rule) => rule.id));

describe('the registry', () => {
  test('ids and ranks are unique, and the rules stand in order of rank', () => {
    expect(ids.size).toBe(rules.length);
    const ranks = rules.map((rule) => rule.rank);
    expect(new Set(ranks).size).toBe(ranks.length);
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has a summary and secure links',
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.meta.summary.length).toBeGreaterThan(40);
      expect(rule.meta.links.every((link) => URL.canParse(link) && link.startsWith('https://'))).toBe(true);
    },
  );
});

const interesting = fc.oneof(
  fc.constantFrom(
    'https://app.example',
    '*',
    'null',
    '',
    'true',
    'True',
    'https://app.example/',
    'a,b',
    '{}',
  ),
  fc.string(),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'access-control-allow-origin',
    'Access-Control-Allow-Origin',
    'access-control-allow-credentials',
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-max-age',
    'x-amzn-errortype',
    'x-amzn-trace-id',
    'apigw-requestid',
    'location',
    '__proto__',
  ),
  fc.oneof(interesting, fc.array(interesting, { maxLength: 3 })),
);
const answer = fc.record({ status: fc.integer({ min: 0, max: 599 }), headers, fromCache: fc.boolean() });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const outcome = fc.constantFrom('allowed', 'blocked', 'not-cors', 'network-error', 'pending');
const anyCase = fc
  .record({
    kind: fc.constantFrom('rest', 'http', 'function-url', 'cloudfront', 'other'),
    preflight: some(answer),
    actual: some(answer),
    cachedPreflight: some(answer),
    verdict: fc.record({
      outcome,
      step: fc.constantFrom('preflight', 'actual', null),
      code: fc.option(fc.constantFrom(...corsErrorCodes)),
      parameter: fc.option(fc.string()),
      basis: fc.constantFrom('certain', 'assumed'),
      alternatives: fc.array(fc.constantFrom('allowed', ...corsErrorCodes), { maxLength: 3 }),
    }),
    state: fc.constantFrom('not-needed', 'sent', 'cached', 'missing'),
    credentials: fc.constantFrom('include', 'same-origin', 'omit'),
    method: fc.constantFrom('GET', 'patch', 'PATCH', 'DELETE', 'wéird'),
    headers: fc.array(fc.string()),
    origin: interesting,
    error: some(fc.constantFrom('net::ERR_FAILED', 'net::ERR_NAME_NOT_RESOLVED', 'NS_ERROR_DOM_BAD_URI', '')),
    hopsBefore: fc.nat(2),
    deviations: fc.constantFrom([], ['authorization-covered-by-wildcard']),
  })
  .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));

test('for any exchange: no throw, blocked has an error, allowed has none, causes exist', () => {
  fc.assert(
    fc.property(anyCase, (made) => {
      const one = subject({ ...made, siblings: [judged({ ...made, id: 'sibling' })] });
      const found = diagnose(one);
      const errors = found.filter((finding) => finding.severity === 'error');
      const { outcome } = one.judgement.verdict;
      if (outcome === 'blocked') expect(found[0]?.severity).toBe('error');
      if (outcome === 'allowed' || outcome === 'pending') expect(errors).toEqual([]);
      if (outcome === 'network-error') expect(found.length).toBeGreaterThan(0);
      found.forEach((finding, index) => {
        expect(ids.has(finding.rule)).toBe(true);
        expect(finding.title).not.toBe('');
        expect(finding.title).not.toMatch(/\p{Cc}/u);
        expect(finding.explanation).not.toMatch(/\p{Cc}/u);
        expect(finding.evidence.length).toBeGreaterThan(0);
        expect(finding.remedies.length).toBeGreaterThan(0);
        if (finding.causedBy !== null)
          expect(found.slice(0, index).map((earlier) => earlier.rule)).toContain(finding.causedBy);
      });
    }),
    { numRuns: 1000 },
  );
});

test('an odd hop index is no exception', () => {
  const one = subject(actualWithout(200));
  expect(diagnose({ ...one, judgement: { ...one.judgement, hop: 7 } })).toHaveLength(1);
});

describe('outcomes, steps and front doors that rules name', () => {
  const kinds = ['rest', 'http', 'function-url', 'cloudfront', 'other'] as const;
  const outcomes = ['allowed', 'blocked', 'not-cors', 'network-error', 'pending'] as const;
  const ranked = [...rules].sort((a, b) => a.rank - b.rank);

  test('hide no finding: asking every rule gives the same', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...kinds),
          outcome: fc.constantFrom(...outcomes),
          step: fc.constantFrom('preflight', 'actual'),
          code: fc.constantFrom(...corsErrorCodes),
          status: fc.constantFrom(200, 204, 301, 401, 403, 404, 500, 503),
          mode: fc.constantFrom(null, 'no-cors' as const),
          allowed: fc.constantFrom('*', 'https://app.example'),
        }),
        ({ kind, outcome, step, code, status, mode, allowed }) => {
          const answer = { status, headers: { 'access-control-allow-origin': allowed, location: '/x' } };
          const told = outcome === 'blocked' ? blocked(step, code) : { outcome };
          const made = subject({
            kind,
            preflight: answer,
            actual: answer,
            verdict: told,
            ...(mode === null ? {} : { mode }),
          });
          expect(diagnose(made)).toEqual(diagnoseWith(ranked, made));
        },
      ),
    );
  });
});
