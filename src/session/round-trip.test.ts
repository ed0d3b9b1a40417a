/** What was captured, written as a report or as a HAR and read back, is judged and diagnosed as before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DebuggerDecoder,
  decodeFile,
  decodeHar,
  WebRequestDecoder,
  type WireEvent,
} from '../capture/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import type { Exchange } from '../exchange/index.ts';
import { trafficOf } from '../exchange/traffic.testing.ts';
import { cdpOf } from '../exchange/traffic-cdp.testing.ts';
import { harOf } from '../exchange/traffic-har.testing.ts';
import { type Run, runsOf } from '../exchange/traffic-run.testing.ts';
import { type Listened, listenedOf } from '../exchange/traffic-webrequest.testing.ts';
import { orderly } from '../exchange/traffic-wire.testing.ts';
import { buildReport, sourceOf, toHar, toJson } from '../report/index.ts';
import { type Piped, runPipe } from './pipe.ts';

const sources: Readonly<Record<string, (runs: readonly Run[]) => Piped>> = {
  debugger: (runs) => {
    const decoder = new DebuggerDecoder();
    const events = cdpOf(runs).flatMap(({ method, params }) => decoder.event('', method, params));
    return runPipe({ events, source: 'debugger', browser: 'chromium' });
  },
  webRequest: (runs) => runPipe({ events: heard(runs), source: 'webRequest', browser: 'firefox' }),
  har: (runs) => {
    const read = decodeHar(harOf(runs).text);
    if (!read.ok) throw new Error(read.fault.reason);
    return runPipe({ events: read.events, source: 'har', browser: read.browser });
  },
};

function heard(runs: readonly Run[]): readonly WireEvent[] {
  const decoder = new WebRequestDecoder({ isChromium: false });
  const told = orderly(runs, { source: 'webRequest', browser: 'firefox' });
  return listenedOf(told, 'firefox').flatMap((each) => hear(decoder, each));
}

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

/** What a file of that text comes to. */
function opened(text: string): readonly Diagnosed[] {
  const decoded = decodeFile(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  const { events, stored, browser } = decoded.file;
  return runPipe({ events, stored, source: 'har', browser }).exchanges;
}

/** No file of ours holds a body. */
const withoutBodies = (exchange: Exchange): unknown =>
  JSON.parse(JSON.stringify(exchange), (name, value: unknown) => (name === 'body' ? null : value));

const byId = (exchanges: readonly Diagnosed[]): ReadonlyMap<string, Diagnosed> =>
  new Map(exchanges.map((each) => [each.exchange.id, each]));

const writers = { report: toJson, HAR: toHar };
const slow = { timeout: 120_000 };

describe.each(Object.entries(sources))('what %s captured', slow, (_source, capture) => {
  it.each(Object.entries(writers))('comes back from a %s, judged and diagnosed alike', (_form, write) => {
    fc.assert(
      fc.property(trafficOf({ apart: true }), (pages) => {
        const { exchanges, apis } = capture(runsOf(pages, 'chromium'));
        const text = write(buildReport({ source: sourceOf(exchanges), exchanges, apis }, { redact: false }));
        const back = byId(opened(text));
        expect(back.size).toBe(exchanges.length);
        for (const each of exchanges) {
          const other = back.get(each.exchange.id);
          expect(other && withoutBodies(other.exchange)).toEqual(withoutBodies(each.exchange));
          expect(other?.judgement).toEqual(each.judgement);
          expect(other?.findings).toEqual(each.findings);
          expect(other?.gateway).toEqual(each.gateway);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries(writers))(
    'comes back from a redacted %s with its verdicts and rules',
    (_form, write) => {
      fc.assert(
        fc.property(trafficOf({ apart: true }), (pages) => {
          const { exchanges, apis } = capture(runsOf(pages, 'chromium'));
          const text = write(buildReport({ source: sourceOf(exchanges), exchanges, apis }, { redact: true }));
          const back = byId(opened(text));
          for (const { exchange, judgement, findings } of exchanges) {
            const other = back.get(exchange.id);
            expect(other?.judgement.verdict.outcome).toBe(judgement.verdict.outcome);
            expect(other?.judgement.verdict.code).toBe(judgement.verdict.code);
            expect(other?.findings.map(({ rule }) => rule)).toEqual(findings.map(({ rule }) => rule));
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});
