/** The same pages, told by every source as it tells them, come to the same verdicts and findings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DebuggerDecoder, decodeHar, WebRequestDecoder, type WireEvent } from '../capture/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import { type Traffic, trafficOf } from '../exchange/traffic.testing.ts';
import { cdpOf } from '../exchange/traffic-cdp.testing.ts';
import { harOf } from '../exchange/traffic-har.testing.ts';
import { type Run, runsOf } from '../exchange/traffic-run.testing.ts';
import { type Listened, listenedOf } from '../exchange/traffic-webrequest.testing.ts';
import { orderly } from '../exchange/traffic-wire.testing.ts';
import { runPipe } from './pipe.ts';

type Browser = 'chromium' | 'firefox';
/** What a source came to, by call. */
type ByRun = ReadonlyMap<number, Diagnosed>;

const byRun = (exchanges: readonly Diagnosed[], runOf: (id: string) => number | undefined): ByRun =>
  new Map(exchanges.map((each, at) => [runOf(each.exchange.id) ?? -1 - at, each]));
const byOwnId = (exchanges: readonly Diagnosed[]): ByRun =>
  byRun(exchanges, (id) => (id.startsWith('a') ? Number(id.slice(1)) : undefined));

function hear(decoder: WebRequestDecoder, { event, details }: Listened): readonly WireEvent[] {
  switch (event) {
    case 'onBeforeRequest':
      return decoder.beforeRequest(details);
    case 'onSendHeaders':
      return decoder.sendHeaders(details);
    case 'onHeadersReceived':
      return decoder.headersReceived(details);
    case 'onBeforeRedirect':
      return decoder.beforeRedirect(details);
    case 'onCompleted':
      return decoder.completed(details);
    case 'onErrorOccurred':
      return decoder.errorOccurred(details);
  }
}

function heard(runs: readonly Run[], browser: Browser): readonly WireEvent[] {
  const decoder = new WebRequestDecoder({ isChromium: browser === 'chromium' });
  const told = orderly(runs, { source: 'webRequest', browser });
  return listenedOf(told, browser).flatMap((each) => hear(decoder, each));
}

const webRequest =
  (browser: Browser) =>
  (runs: readonly Run[]): ByRun =>
    byOwnId(runPipe({ events: heard(runs, browser), source: 'webRequest', browser }).exchanges);

function debuggerSource(runs: readonly Run[]): ByRun {
  const decoder = new DebuggerDecoder();
  const events = cdpOf(runs).flatMap(({ method, params }) => decoder.event('', method, params));
  return byOwnId(runPipe({ events, source: 'debugger', browser: 'chromium' }).exchanges);
}

function har(runs: readonly Run[]): ByRun {
  const file = harOf(runs);
  const read = decodeHar(file.text);
  if (!read.ok) throw new Error(read.fault.reason);
  const { exchanges } = runPipe({ events: read.events, source: 'har', browser: read.browser });
  return byRun(exchanges, (id) => file.runs.get(id)?.index);
}

const all = [
  { name: 'debugger', browser: 'chromium', tell: debuggerSource },
  { name: 'webRequest', browser: 'chromium', tell: webRequest('chromium') },
  { name: 'har', browser: 'chromium', tell: har },
  { name: 'webRequest', browser: 'firefox', tell: webRequest('firefox') },
] as const;

/** What really became of a call. */
function truthOf({ outcome, call }: Run): string {
  if (outcome.kind === 'failed') return 'network-error';
  if (outcome.kind === 'blocked') return outcome.refusal.code;
  return call.mode === 'no-cors' ? 'not-cors' : 'allowed';
}

const nameOf = ({ judgement: { verdict } }: Diagnosed): string => verdict.code ?? verdict.outcome;
const fitting = (each: Diagnosed): readonly string[] => [
  nameOf(each),
  ...each.judgement.verdict.alternatives,
];

const isListed = ({ hops, origin }: Run): boolean => hops.some(({ url }) => new URL(url).origin !== origin);

/** Where a source need not come to the truth, and why. Even there nothing wrong is called certain. */
const exceptions: readonly {
  readonly reason: string;
  readonly sources: readonly string[];
  readonly holds: (run: Run, pages: Traffic) => boolean;
}[] = [
  {
    reason:
      'A no-cors POST over http carries Origin and no Fetch metadata, so that nothing tells it from a cors one.',
    sources: ['webRequest', 'har'],
    holds: ({ call }, { scheme }) => scheme === 'http' && call.mode === 'no-cors' && call.method === 'POST',
  },
];
const isExcepted = (source: string, run: Run, pages: Traffic): boolean =>
  exceptions.some(({ sources, holds }) => sources.includes(source) && holds(run, pages));

/** Findings that say no more than that a verdict is assumed: the richer source has none. */
const ofAssumption: ReadonlySet<string> = new Set(['credentials-unknown']);

/** Findings that rest on what an API's other calls show: where a browser did those otherwise, these differ, too. */
const ofSiblings: ReadonlySet<string> = new Set([
  'broad-methods',
  'broad-headers',
  'expose-headers-missing',
  'expose-headers-sensitive',
  'max-age-absent',
  'max-age-capped',
  'origin-reflected',
  'vary-missing',
  'wildcard-personal',
  'error-answers-without-cors',
  'stale-preflight',
]);

/** All that a user would compare. */
const lineOf = ({ judgement: { verdict, preflight }, findings }: Diagnosed, alike: boolean) => ({
  outcome: verdict.outcome,
  step: verdict.step,
  code: verdict.code,
  parameter: verdict.parameter,
  url: verdict.url,
  preflight,
  findings: findings
    .filter(({ rule }) => verdict.basis === 'certain' || !ofAssumption.has(rule))
    .filter(({ rule }) => alike || !ofSiblings.has(rule))
    .map(({ rule, owner }) => `${rule} of ${owner}`),
});

/**
 * Without pages' own OPTIONS over http: in the moment between one and its preflight, `webRequest` in Chromium shows it as
 * it shows a preflight that HSTS stopped.
 */
const traffic: fc.Arbitrary<Traffic> = trafficOf({ apart: true }).filter(
  ({ scheme, calls }) => scheme === 'https' || calls.every(({ method }) => method !== 'OPTIONS'),
);

/** The whole pipe, hundreds of times, on a machine that may have other work. */
const slow = { timeout: 60_000 };
const runsEach = { numRuns: 40 };

describe.each(all)('$name in $browser', slow, ({ name, browser, tell }) => {
  it('says what became of every call, or names it among what fits', () => {
    fc.assert(
      fc.property(traffic, (pages) => {
        const runs = runsOf(pages, browser);
        const told = tell(runs);
        expect([...told.keys()].sort()).toEqual(
          runs
            .filter(isListed)
            .map(({ index }) => index)
            .sort(),
        );
        for (const run of runs) {
          const each = told.get(run.index);
          if (each === undefined) continue;
          const { verdict, disagreement } = each.judgement;
          expect(disagreement).toBeNull();
          if (verdict.basis === 'certain') expect(nameOf(each)).toBe(truthOf(run));
          else if (!isExcepted(name, run, pages)) expect(fitting(each)).toContain(truthOf(run));
        }
      }),
      runsEach,
    );
  });
});

describe.each(all.slice(1))('$name in $browser beside the debugger', slow, ({ name, browser, tell }) => {
  it('comes to the same verdicts and findings, or says what it had to assume', () => {
    fc.assert(
      fc.property(traffic, (pages) => {
        const runs = runsOf(pages, browser);
        const richRuns = runsOf(pages, 'chromium');
        const [told, rich] = [tell(runs), debuggerSource(richRuns)];
        const alike = runs.every((run) => {
          const [each, other] = [told.get(run.index), rich.get(run.index)];
          if (isExcepted(name, run, pages)) return false;
          if (JSON.stringify(run) !== JSON.stringify(richRuns[run.index])) return false;
          return each === undefined || other === undefined || nameOf(each) === nameOf(other);
        });
        for (const run of runs) {
          const [each, other] = [told.get(run.index), rich.get(run.index)];
          // The browsers themselves differ on some calls.
          const isSame = JSON.stringify(run) === JSON.stringify(richRuns[run.index]);
          if (each === undefined || other === undefined || !isSame || isExcepted(name, run, pages)) continue;
          if (each.judgement.verdict.basis === 'assumed' && nameOf(each) !== nameOf(other))
            expect(fitting(each)).toContain(nameOf(other));
          else expect(lineOf(each, alike)).toEqual(lineOf(other, alike));
        }
      }),
      runsEach,
    );
  });
});
