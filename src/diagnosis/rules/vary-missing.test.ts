import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, type Headers, judged } from '../testing.ts';
import { varyMissing } from './vary-missing.ts';

const answered = (origin: string, more: Headers = {}, of: Case = {}): Case => ({
  origin,
  actual: { headers: { 'access-control-allow-origin': origin, ...more } },
  ...of,
});
const other = (of: Case) => [judged({ ...of, id: 'other' })];
const b = 'https://b.example';
const own = answered('https://a.example');
const withOther = (made: Case): Case => ({ ...made, siblings: other(answered(b)) });

ruleCases(varyMissing, {
  found: {
    'two origins, each named to itself': withOther(own),
    'the other origin got none': {
      ...own,
      siblings: other({
        origin: b,
        actual: {},
        verdict: { outcome: 'blocked', step: 'actual', code: 'MissingAllowOriginHeader' },
      }),
    },
    'another Vary': withOther(answered('https://a.example', { vary: 'Accept-Encoding' })),
    'a single answer that is to be kept': answered('https://a.example', { 'cache-control': 'max-age=60' }),
  },
  nearMisses: {
    'one fixed origin of which nothing says that it is kept': own,
    'Vary: Origin': withOther(answered('https://a.example', { vary: 'Accept-Encoding, origin' })),
    'Vary: *': withOther(answered('https://a.example', { vary: '*' })),
    'no-store': withOther(answered('https://a.example', { 'cache-control': 'No-Store' })),
    '`*`': withOther({ actual: { headers: { 'access-control-allow-origin': '*' } } }),
    'the same fixed origin to both': {
      ...own,
      siblings: other({
        origin: b,
        actual: { headers: { 'access-control-allow-origin': 'https://a.example' } },
        verdict: { outcome: 'blocked', step: 'actual', code: 'AllowOriginMismatch' },
      }),
    },
    'another URL': { ...own, siblings: other(answered(b, {}, { url: 'https://api.example/else' })) },
    'a POST': withOther({ ...own, method: 'POST' }),
    'a status that no cache keeps': withOther({
      origin: 'https://a.example',
      actual: { status: 201, headers: { 'access-control-allow-origin': 'https://a.example' } },
    }),
    'to be asked again each time': answered('https://a.example', { 'cache-control': 'max-age=0' }),
  },
});

test('two differing answers are certain, one alone is a note', () => {
  expect(finding('vary-missing', withOther(own))).toMatchObject({
    severity: 'warning',
    confidence: 'certain',
  });
  const alone = answered('https://a.example', { 'cache-control': 'public, s-maxage=60' });
  expect(finding('vary-missing', alone)).toMatchObject({ severity: 'info', confidence: 'likely' });
});
