import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { type Exchange, type ManualSettings, untold } from './exchange.ts';
import { inferenceOf } from './inference.ts';
import { judge } from './judge.ts';
import type { Exchanged } from './message.ts';

const page = 'https://app.test';
const url = 'https://api.test/orders';

interface Parts {
  readonly method?: string;
  readonly sent?: HeaderLines;
  readonly got?: HeaderLines | null;
  readonly preflight?: HeaderLines | null;
  readonly more?: Partial<Exchange>;
}

const message = (method: string, headers: HeaderLines, got: HeaderLines | null): Exchanged => ({
  request: { method, url, headers, headersKnown: true },
  response: got && { status: 200, headers: got, body: null, fromCache: false },
  error: null,
  startedAt: 13_000,
  endedAt: 13_020,
});

function exchange({
  method = 'GET',
  sent = [['Origin', page]],
  got = [['Access-Control-Allow-Origin', '*']],
  preflight = null,
  more = {},
}: Parts): Exchange {
  const asked: HeaderLines = [
    ['Origin', page],
    ['Access-Control-Request-Method', method],
  ];
  return {
    id: '1',
    source: 'webRequest',
    browser: 'chromium',
    resourceType: 'xhr',
    origin: page,
    hops: [
      {
        url,
        preflight: preflight && message('OPTIONS', asked, preflight),
        actual: message(method, sent, got),
      },
    ],
    startedAt: 13_000,
    state: 'settled',
    error: null,
    ...untold,
    ...more,
  };
}

const told = (parts: Parts, settings: ManualSettings = {}) => {
  const subject = exchange(parts);
  return inferenceOf(subject, judge(subject, settings), settings);
};
const firefox = { more: { browser: 'firefox' } } as const;

describe('the credentials mode', () => {
  it('is proven by a cookie or the browser’s word', () => {
    const cookie: HeaderLines = [
      ['Origin', page],
      ['Cookie', 'a=b'],
    ];
    expect(told({ sent: cookie }).credentials).toMatchObject({ value: 'include', ground: 'cookie' });
    expect(told({ more: { provenCredentials: 'include' } }).credentials).toMatchObject({
      value: 'include',
      basis: 'proven',
      ground: 'cookies-told',
    });
  });

  it('is inferred from the outcome where only one value explains it', () => {
    expect(told({}).credentials).toEqual({ value: 'same-origin', basis: 'inferred', ground: 'outcome' });
    expect(told({ more: { error: 'net::ERR_FAILED' } }).credentials).toEqual({
      value: 'include',
      basis: 'inferred',
      ground: 'outcome',
    });
  });

  it('is inferred from nothing needing it where both explain it and decide differently', () => {
    expect(told(firefox).credentials).toMatchObject({ basis: 'inferred', ground: 'nothing-needs-include' });
  });

  it('is unknown where it makes no difference, and nothing where CORS has no say', () => {
    const exact: HeaderLines = [
      ['Access-Control-Allow-Origin', page],
      ['Access-Control-Allow-Credentials', 'true'],
    ];
    expect(told({ got: exact }).credentials).toEqual({ value: null, basis: 'unknown', ground: 'nothing' });
    expect(told({ sent: [['Sec-Fetch-Mode', 'no-cors']] }).credentials).toBeNull();
  });
});

describe('the request mode', () => {
  it('is proven by a preflight, by Sec-Fetch-Mode and by the browser’s refusal', () => {
    expect(told({ preflight: [] }).mode.ground).toBe('preflight-sent');
    expect(told({ sent: [['Sec-Fetch-Mode', 'cors']] }).mode).toMatchObject({
      basis: 'proven',
      ground: 'sec-fetch-mode',
    });
    const reported = { code: null, name: 'SomethingNew', parameter: '' };
    expect(told({ more: { reported } }).mode).toMatchObject({ value: 'cors', ground: 'browser-refusal' });
  });

  it('is inferred from Origin or its lack, and from what passed against the rules', () => {
    expect(told({ sent: [] }).mode).toEqual({ value: 'no-cors', basis: 'inferred', ground: 'no-origin' });
    expect(told({}).mode).toEqual({ value: 'cors', basis: 'inferred', ground: 'origin-sent' });
    expect(told({ method: 'POST', got: [] }).mode).toEqual({
      value: 'no-cors',
      basis: 'inferred',
      ground: 'passed-against-cors',
    });
    expect(told({ method: 'POST' }).mode).toMatchObject({ value: null, basis: 'unknown' });
  });

  it('set by hand is judged: no-cors is not decided by CORS, cors is', () => {
    const wrong = exchange({ got: [], ...firefox });
    expect(judge(wrong, { mode: 'no-cors' }).verdict).toMatchObject({
      outcome: 'not-cors',
      basis: 'certain',
    });
    expect(judge(wrong, { mode: 'cors' }).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'MissingAllowOriginHeader',
      basis: 'certain',
    });
    const passed = exchange({ method: 'POST', got: [] });
    expect(judge(passed, { mode: 'cors' }).verdict).toMatchObject({
      outcome: 'allowed',
      basis: 'assumed',
      alternatives: ['MissingAllowOriginHeader'],
    });
    expect(told({ method: 'POST', got: [] }, { mode: 'cors' }).againstCapture).toBe(true);
    const opaque = exchange({ sent: [], got: [], ...firefox });
    expect(judge(opaque).verdict.outcome).toBe('not-cors');
    expect(judge(opaque, { mode: 'cors' }).verdict.code).toBe('MissingAllowOriginHeader');
  });
});

describe('the preflight', () => {
  const earlier = message('OPTIONS', [], []);
  it('is inferred as cached or missing, and taken from the user where none was seen', () => {
    const cached = { method: 'PUT', more: { cachedPreflight: earlier } };
    expect(told(cached).preflight).toEqual({
      value: 'cached',
      basis: 'inferred',
      ground: 'earlier-preflight',
    });
    expect(told({ method: 'PUT' }).preflight).toMatchObject({ value: 'missing', ground: 'none-seen' });
    expect(told(cached, { preflight: 'missing' }).preflight).toMatchObject({
      value: 'missing',
      basis: 'by-hand',
    });
    expect(told({ method: 'PUT' }, { preflight: 'cached' }).preflight.value).toBe('cached');
  });

  it('that was seen, or that nothing owed, is not for the user to set', () => {
    expect(told({ method: 'PUT', preflight: [] }, { preflight: 'missing' }).preflight).toMatchObject({
      value: 'sent',
      basis: 'proven',
    });
    expect(told({}, { preflight: 'missing' }).preflight.value).toBe('not-needed');
  });
});

it('the tab is inferred where the source does not tell it', () => {
  expect(told({}).tab.basis).toBe('proven');
  expect(told({ more: { tabInferred: true } }).tab).toMatchObject({ basis: 'inferred' });
});

it('says when the user’s word does not fit the capture', () => {
  expect(told({}, { credentials: 'include' }).againstCapture).toBe(true);
  expect(told({}, { credentials: 'omit' }).againstCapture).toBe(false);
  expect(told(firefox, { credentials: 'include' }).againstCapture).toBe(false);
  expect(told({ preflight: [] }, { mode: 'no-cors' }).againstCapture).toBe(true);
  expect(told({ more: { provenCredentials: 'include' } }, { credentials: 'omit' }).againstCapture).toBe(true);
});

const value = fc.constantFrom('*', page, 'null', 'true', 'https://other.test', '', 'PUT', 'x-a', ' * ');
const answer = fc.array(
  fc.tuple(
    fc.constantFrom(
      'Access-Control-Allow-Origin',
      'Access-Control-Allow-Credentials',
      'Access-Control-Allow-Methods',
      'Access-Control-Allow-Headers',
    ),
    value,
  ),
  { maxLength: 5 },
);
const line = fc.constantFrom<readonly [string, string]>(
  ['Origin', page],
  ['Origin', 'null'],
  ['Cookie', 'a=b'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Mode', 'no-cors'],
  ['Sec-Fetch-Mode', 'constructor'],
  ['X-A', '1'],
);
const anyExchange = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'patch'),
    sent: fc.array(line, { maxLength: 4 }),
    got: fc.option(answer),
    preflight: fc.option(answer),
    more: fc.record({
      browser: fc.constantFrom('chromium', 'firefox', 'unknown'),
      state: fc.constantFrom('settled', 'pending'),
      error: fc.constantFrom(null, 'net::ERR_FAILED', 'NS_ERROR_DOM_BAD_URI', 'net::ERR_ABORTED'),
      origin: fc.constantFrom(page, null, 'null', 'https://api.test'),
      provenCredentials: fc.constantFrom(null, 'include'),
      tabInferred: fc.boolean(),
    } as const),
  })
  .map((parts) => exchange(parts));
const anySettings = fc.record(
  {
    credentials: fc.constantFrom('include', 'same-origin', 'omit'),
    mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate'),
    preflight: fc.constantFrom('cached', 'missing'),
  } as const,
  { requiredKeys: [] },
);

describe('whatever the exchange', () => {
  it('settings never make it throw, and what is set by hand is never told as inferred', () => {
    fc.assert(
      fc.property(anyExchange, anySettings, (subject, settings) => {
        const facts = inferenceOf(subject, judge(subject, settings), settings);
        if (settings.credentials !== undefined)
          expect(facts.credentials).toMatchObject({ value: settings.credentials, basis: 'by-hand' });
        if (settings.mode !== undefined)
          expect(facts.mode).toMatchObject({ value: settings.mode, basis: 'by-hand' });
        if (settings.preflight !== undefined) expect(facts.preflight.basis).not.toBe('inferred');
      }),
      { numRuns: 2_000 },
    );
  });

  it('setting a fact to what was found changes no certain verdict', () => {
    fc.assert(
      fc.property(anyExchange, (subject) => {
        const own = judge(subject);
        if (own.verdict.basis !== 'certain') return;
        const { credentials, mode, preflight } = inferenceOf(subject, own, {});
        const found: ManualSettings[] = [];
        if (credentials?.value) found.push({ credentials: credentials.value });
        if (mode.value) found.push({ mode: mode.value });
        if (preflight.value === 'cached' || preflight.value === 'missing')
          found.push({ preflight: preflight.value });
        for (const settings of found) {
          const again = judge(subject, settings);
          expect(again.verdict).toEqual(own.verdict);
          expect(again.preflight).toBe(own.preflight);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
