import { expect, test } from 'vitest';
import { sampleBlocked } from '../samples.ts';
import { failingStep, type Step } from './flow.ts';
import { type Pictured, pictured } from './pictured.ts';
import { rowsOf } from './rows.ts';
import { acao, hop, kinds, messages, picturedAs, refused, url } from './sample.testing.ts';

const told = (exchange: Pictured): readonly string[] =>
  rowsOf(exchange).map((row) =>
    row.type === 'band' ? row.text : `${row.step.number} ${row.step.state}: ${row.step.label}`,
  );
const stepsOf = (exchange: Pictured): readonly Step[] =>
  rowsOf(exchange).flatMap((row) => (row.type === 'step' ? [row.step] : []));
const lost = { outcome: 'network-error', step: null, code: null, parameter: null } as const;

test('what a failed preflight kept from happening is a ghost', () => {
  expect(told(refused('PreflightMissingAllowOriginHeader', [], { status: 401 }))).toEqual([
    '1 done: fetch PUT',
    '2 done: OPTIONS',
    '3 failed: 401',
    '4 ghost: PUT: never sent',
    '5 ghost: no response',
    '6 failed: TypeError: Failed to fetch',
  ]);
});

test('a live exchange and its report tell the same', () => {
  expect(told(pictured(sampleBlocked()))[2]).toBe('3 failed: 401');
});

test('a preflight from the cache is told with how long it is kept; one that nobody owed is a ghost', () => {
  const cached = picturedAs({
    preflight: 'cached',
    cachedPreflight: messages('OPTIONS', 204, [acao, ['access-control-max-age', '600']]),
  });
  expect(told(cached).slice(1, 3)).toEqual(['2 told: preflight from cache', '3 told: answer remembered']);
  expect(stepsOf(cached)[2]?.note).toBe('kept for 600 s');
  expect(told(picturedAs())[1]).toBe('2 ghost: no preflight needed');
  expect(told(picturedAs({ preflight: 'missing' }))[1]).toBe('2 ghost: preflight not seen');
});

test('every hop of a redirect is drawn, the deciding one with what did not happen', () => {
  expect(told(kinds.redirected ?? picturedAs())).toEqual([
    '1 done: fetch GET',
    '4 done: GET',
    '5 done: 302',
    'Redirect 1: https://b.example/',
    '4 done: GET',
    '5 done: 302',
    'Redirect 2: https://c.example/',
    '2 ghost: no preflight needed',
    '3 ghost: no preflight response',
    '4 done: GET',
    '5 done: 200',
    '6 done: response readable',
  ]);
});

test('a redirect keeps its own preflight, and only the hop that failed is marked', () => {
  const exchange = picturedAs({
    hops: [
      { url, preflight: messages('OPTIONS', 204, [acao]), actual: messages('PUT', 307, [acao]) },
      { url: 'https://b.example/', preflight: null, actual: messages('PUT', 200, []) },
    ],
    deciding: 1,
    preflight: 'sent',
    verdict: { outcome: 'blocked', step: 'actual', code: 'MissingAllowOriginHeader', parameter: '' },
  });
  expect(told(exchange).filter((line) => /failed|OPTIONS|no preflight/.test(line))).toEqual([
    '2 done: OPTIONS',
    '2 ghost: no preflight here',
    '3 ghost: no preflight response',
    '5 failed: 200',
    '6 failed: TypeError: Failed to fetch',
  ]);
});

test('of a long chain the first and the last hops are drawn, the others counted', () => {
  const bands = told(kinds['often redirected'] ?? picturedAs()).filter((line) => !/^\d /.test(line));
  expect(bands).toEqual([
    'Redirect 1: https://h1.example/',
    '16 more redirects',
    'Redirect 18: https://h18.example/',
    'Redirect 19: https://h19.example/',
    'Redirect 20: https://h20.example/',
  ]);
});

test('a request under way waits; one without an answer failed; a capture that ended leaves it open', () => {
  const pending = kinds.pending ?? picturedAs();
  expect(told(pending).slice(3)).toEqual(['4 done: GET', '5 waiting: no answer yet', '6 waiting: waiting']);
  expect(told({ ...pending, unfinished: true }).slice(4)).toEqual([
    '5 ghost: answer not seen',
    '6 ghost: not seen',
  ]);
  const failed = picturedAs({
    hops: [{ url, preflight: null, actual: messages('GET', null) }],
    verdict: lost,
  });
  expect(stepsOf(failed)[4]).toMatchObject({ state: 'failed', note: 'net::ERR_FAILED' });
});

test('a preflight without an answer fails at step 3', () => {
  const hops = [{ url, preflight: messages('OPTIONS', null), actual: null }];
  expect(failingStep(picturedAs({ hops, verdict: lost }))).toBe(3);
});

test.each<[string, Pictured, string]>([
  ['nothing', refused('PreflightMissingAllowOriginHeader', []), 'no access-control-allow-origin'],
  [
    'another origin',
    refused('PreflightAllowOriginMismatch', [['access-control-allow-origin', 'https://b.example']]),
    'access-control-allow-origin: https://b.example',
  ],
  [
    'a list without the header',
    refused('HeaderDisallowedByPreflightResponse', [acao, ['access-control-allow-headers', 'x-a']], {
      parameter: 'x-b',
    }),
    'x-b not in access-control-allow-headers: x-a',
  ],
  [
    'no list of methods',
    refused('MethodDisallowedByPreflightResponse', [acao], { parameter: 'PUT' }),
    'PUT not allowed: no access-control-allow-methods',
  ],
  [
    'credentials in capitals',
    refused('PreflightInvalidAllowCredentials', [acao, ['access-control-allow-credentials', 'TRUE']]),
    'access-control-allow-credentials: TRUE (not true)',
  ],
  [
    'no leave for credentials',
    refused('PreflightInvalidAllowCredentials', [acao]),
    'no access-control-allow-credentials',
  ],
  ['a bad status', refused('PreflightInvalidStatus', [acao], { status: 404 }), 'status is not 2xx'],
  [
    'a redirect',
    refused('PreflightDisallowedRedirect', [acao], { status: 301 }),
    'a preflight must not redirect',
  ],
])('the failing arrow names the header and what it held: %s', (_, exchange, note) => {
  expect(stepsOf(exchange).find(({ state }) => state === 'failed')?.note).toBe(note);
});

test('the integration is drawn as called only where the answer is not the gateway’s own', () => {
  const answered = (name: string) =>
    picturedAs({ hops: [{ ...hop(url), actual: messages('GET', 500, [[name, 'x']]) }] });
  expect(stepsOf(answered('x-own'))[4]?.reachesIntegration).toBe(true);
  expect(stepsOf(answered('x-amzn-ErrorType'))[4]?.reachesIntegration).toBe(false);
});

test.each([
  ['Firefox’s own words', { browser: 'firefox' } as const, 'TypeError: NetworkError'],
  ['a font', { resourceType: 'font' } as const, 'error event'],
  [
    'fetch or XMLHttpRequest',
    { resourceType: 'xhr', source: 'webRequest' } as const,
    'the script gets an error',
  ],
])('what the page gets: %s', (_, changes, label) => {
  const blocked = {
    outcome: 'blocked',
    step: 'actual',
    code: 'MissingAllowOriginHeader',
    parameter: '',
  } as const;
  expect(stepsOf(picturedAs({ verdict: blocked, ...changes })).at(-1)?.label).toBe(label);
});
