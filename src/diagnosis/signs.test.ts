import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from './rules/index.ts';
import { hasSign, type Sign, signsOf } from './signs.ts';
import {
  actualWithout,
  blocked,
  type Case,
  type Headers,
  judged,
  preflightWithout,
  subject,
} from './testing.ts';

const all: readonly Sign[] = [
  'kept-preflight',
  'unseen-preflight',
  'doubted',
  'at-a-list',
  'refused-status',
  'error-status',
  'moved',
  'opaque-page',
  'any-origin',
  'null-origin',
  'http-origin',
  'own-origin',
  'trusted-origin',
  'exposing',
  'unkept-preflight',
  'latest-allowed',
  'latest-preflight',
];

function shown(of: Case, siblings = subject(of).siblings): readonly Sign[] {
  const signs = signsOf({ ...subject(of), siblings });
  return all.filter((sign) => hasSign(signs, sign));
}

const allow = (origin: string, more: Headers = {}): Headers => ({
  'access-control-allow-origin': origin,
  ...more,
});

describe('an exchange that was let through shows', () => {
  const last: readonly Sign[] = ['latest-allowed'];
  test.each<[string, Case, readonly Sign[]]>([
    ['every origin', { actual: { headers: allow('*') } }, ['any-origin', ...last]],
    ['the origin null', { actual: { headers: allow('null') } }, ['null-origin', 'own-origin', ...last]],
    ['plain http', { actual: { headers: allow('http://a.test') } }, ['http-origin', 'own-origin', ...last]],
    ['its own origin', { actual: { headers: allow('https://a.test') } }, ['own-origin', ...last]],
    [
      'trust',
      { actual: { headers: allow('https://a.test', { 'access-control-allow-credentials': 'true' }) } },
      ['own-origin', 'trusted-origin', ...last],
    ],
    [
      'what it exposes',
      { actual: { headers: allow('https://a.test', { 'access-control-expose-headers': 'etag' }) } },
      ['own-origin', 'exposing', ...last],
    ],
    [
      'a preflight that nobody keeps',
      { preflight: { headers: allow('*') }, actual: { headers: allow('https://a.test') } },
      ['any-origin', 'own-origin', 'unkept-preflight', ...last, 'latest-preflight'],
    ],
  ])('%s', (_, of, expected) => {
    expect(shown(of)).toEqual(expected);
  });
});

test('what is told once per API is told on its latest exchange only', () => {
  const earlier: Case = { id: 'earlier', actual: { headers: allow('*') } };
  const siblings = [judged(earlier), judged({ id: 'later', actual: { headers: allow('*') } })];
  expect(shown(earlier, siblings)).toEqual(['any-origin']);
  expect(shown({ ...earlier, id: 'later' }, siblings)).toEqual(['any-origin', 'latest-allowed']);
});

describe('whatever its outcome, an exchange shows', () => {
  const failed = blocked('actual', 'AllowOriginMismatch');
  const deviations = ['authorization-covered-by-wildcard'] as const;
  test.each<[string, Case, readonly Sign[]]>([
    ['that a cache answered its preflight', { state: 'cached' }, ['kept-preflight']],
    ['that a preflight is missing', { state: 'missing' }, ['unseen-preflight']],
    ['that another verdict fits', { verdict: { ...failed, alternatives: ['allowed'] } }, ['doubted']],
    ['that `*` let Authorization through', { deviations }, ['at-a-list']],
    [
      'that a list lacks a method',
      { preflight: {}, verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT') },
      ['at-a-list'],
    ],
    [
      'that a list lacks a header',
      { preflight: {}, verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a') },
      ['at-a-list'],
    ],
    ['that its preflight was redirected', preflightWithout(301), ['refused-status']],
    ['that its preflight was refused by status', preflightWithout(403), ['refused-status', 'error-status']],
    ['that an error was hidden', actualWithout(500), ['error-status']],
    ['that it was redirected before', { actual: {}, hopsBefore: 1 }, ['moved']],
    ['that its page has no origin', { actual: {}, origin: 'null' }, ['opaque-page']],
    ['nothing of a preflight that only lacks a header', preflightWithout(204), []],
    ['nothing of what its answer allows, where that blocked it', { actual: { headers: allow('*') } }, []],
  ])('%s', (_, of, expected) => {
    expect(shown({ verdict: failed, ...of })).toEqual(expected);
  });
});

/** Values that make the rules of what works but should not stay speak. */
const headers = fc
  .record(
    {
      'access-control-allow-origin': fc.constantFrom('*', 'null', 'http://a.test', 'https://a.github.io'),
      'access-control-allow-credentials': fc.constantFrom('true', 'no'),
      'access-control-allow-methods': fc.constantFrom('*', 'PUT,DELETE'),
      'access-control-allow-headers': fc.constantFrom('*', 'x-a,x-b'),
      'access-control-expose-headers': fc.constantFrom('set-cookie', 'etag, authorization'),
      'access-control-max-age': fc.constantFrom('-1', '999999', '10m'),
      'x-total-count': fc.constant('7'),
      vary: fc.constantFrom('Accept', 'Origin'),
      'cache-control': fc.constantFrom('max-age=60', 'no-store'),
      'content-length': fc.constantFrom('1', '2'),
    },
    { requiredKeys: [] },
  )
  .map((made): Headers => ({ ...made }));

/** Most are let through, as `judged` has it. */
const verdicts = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.constantFrom<NonNullable<Case['verdict']>>(
    { basis: 'assumed', alternatives: ['not-cors'] },
    { outcome: 'network-error' },
    blocked('preflight', 'PreflightInvalidStatus'),
    blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
    blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'authorization'),
    blocked('actual', 'MissingAllowOriginHeader'),
  ),
);
const preflight = fc.record({
  status: fc.constantFrom(204, 204, 301, 403),
  headers: headers.map((own): Headers => ({ ...own, location: '/elsewhere' })),
});

const cases: fc.Arbitrary<Case> = fc.record(
  {
    id: fc.constantFrom('1', '2', '3', '4'),
    preflight,
    cachedPreflight: preflight,
    state: fc.constantFrom('sent', 'cached', 'missing'),
    method: fc.constantFrom('GET', 'PUT'),
    headers: fc.constantFrom<string[]>([], ['authorization']),
    deviations: fc.constantFrom<NonNullable<Case['deviations']>>([], ['authorization-covered-by-wildcard']),
    verdict: verdicts,
    actual: fc.record({ headers }),
    origin: fc.constantFrom('https://a.test', 'https://b.test'),
    at: fc.integer({ min: 1, max: 9 }),
    sent: fc.constantFrom<Headers[]>({}, { cookie: 'a=b' }),
    url: fc.constantFrom('https://api.test/a', 'http://10.0.0.1/a'),
  },
  { requiredKeys: ['actual'] },
);

test('a rule has nothing to say of an exchange that does not show its sign', () => {
  const spoke = new Set<string>();
  // Of those that speak of blocked exchanges alone `asked.test.ts` tells.
  const signed = rules.filter(({ sign, outcomes }) => sign !== undefined && outcomes?.join() !== 'blocked');
  fc.assert(
    fc.property(fc.array(cases, { minLength: 1, maxLength: 6 }), (made) => {
      const siblings = made.map(judged);
      for (const of of made) {
        const asked = { ...subject(of), siblings };
        const signs = signsOf(asked);
        const { outcome } = asked.judgement.verdict;
        for (const { id, sign, outcomes, find } of signed) {
          if (sign === undefined || outcomes?.includes(outcome) === false || find(asked) === null) continue;
          spoke.add(id);
          expect([id, hasSign(signs, sign)]).toEqual([id, true]);
        }
      }
    }),
    { seed: 11, numRuns: 600 },
  );
  // Where none of them spoke, nothing was shown of it.
  expect(signed.map(({ id }) => id).filter((id) => !spoke.has(id))).toEqual([]);
});
