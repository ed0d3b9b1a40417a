/** What sources should never say, through the whole pipe and into every form of the report. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DebuggerDecoder, decodeHar, type WireEvent } from '../capture/index.ts';
import type { SourceKind } from '../exchange/index.ts';
import { trafficOf } from '../exchange/traffic.testing.ts';
import { cdpOf } from '../exchange/traffic-cdp.testing.ts';
import { harOf } from '../exchange/traffic-har.testing.ts';
import { runsOf } from '../exchange/traffic-run.testing.ts';
import { orderly } from '../exchange/traffic-wire.testing.ts';
import { buildReport, toHtml, toJson, toMarkdown, toText } from '../report/index.ts';
import { runPipe } from './pipe.ts';

/** Through everything; returns the report as data. */
function through(events: Iterable<WireEvent>, kind: SourceKind) {
  const piped = runPipe({ events, source: kind, browser: 'chromium' });
  const input = { source: { kind, browser: 'chromium' }, ...piped };
  const report = buildReport(input, { redact: true });
  for (const write of [toHtml, toJson, toMarkdown, toText]) expect(write(report)).not.toBe('');
  return { piped, report };
}

const decoded = (events: readonly { readonly method: string; readonly params: unknown }[]) => {
  const decoder = new DebuggerDecoder();
  return events.flatMap(({ method, params }) => decoder.event('', method, params));
};

const traffic = trafficOf({ apart: false });
/** Where to put something else: one word of a path is enough to find a member by name, at any depth. */
const spoiling = fc.array(
  fc.record({
    name: fc.constantFrom(
      ...[
        'request',
        'response',
        'headers',
        'url',
        'method',
        'status',
        'statusCode',
        'timestamp',
        'wallTime',
        'type',
      ],
      ...[
        'initiator',
        'requestId',
        'corsErrorStatus',
        'corsError',
        'issue',
        'details',
        'Origin',
        'value',
        'name',
      ],
      ...['startedDateTime', 'time', '_error', '_initiator', 'documentURL', 'frameId', 'associatedCookies'],
    ),
    every: fc.integer({ min: 1, max: 5 }),
    by: fc.oneof(
      fc.constant(undefined),
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'null', '*', 'https://', 'http://[', 'data:,x', '\ud800', -1, 1e308),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The same data with members missing, replaced and new. */
function spoiled(data: unknown, plans: readonly { name: string; every: number; by: unknown }[]): unknown {
  const counts = plans.map(() => 0);
  const reviver = (name: string, value: unknown): unknown => {
    const at = plans.findIndex((plan) => plan.name === name);
    const plan = plans[at];
    if (plan === undefined) return value;
    counts[at] = (counts[at] ?? 0) + 1;
    return (counts[at] ?? 0) % plan.every === 0 ? plan.by : value;
  };
  return JSON.parse(JSON.stringify(data), reviver);
}

/** The whole pipe, hundreds of times, on a machine that may have other work. */
const slow = { timeout: 60_000 };
const runsEach = { numRuns: 40 };

describe('members that are missing, new or of another type', slow, () => {
  it('in the debugger’s events stop nothing', () => {
    fc.assert(
      fc.property(traffic, spoiling, (pages, plans) => {
        const events = cdpOf(runsOf(pages, 'chromium')).map(({ method, params }) => ({
          method,
          params: spoiled({ ...params, somethingNew: { deep: [1] } }, plans),
        }));
        through(decoded(events), 'debugger');
      }),
      runsEach,
    );
  });

  it('in a HAR are a fault that names the place, or stop nothing', () => {
    fc.assert(
      fc.property(traffic, spoiling, (pages, plans) => {
        const har = spoiled(JSON.parse(harOf(runsOf(pages, 'chromium')).text), plans);
        const read = decodeHar(JSON.stringify(har));
        if (read.ok) through(read.events, 'har');
        else expect(read.fault.reason).toMatch(/^(?:entry|not-har)$/);
      }),
      runsEach,
    );
  });
});

describe('strangers’ values in wire events', slow, () => {
  it('stop nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('null', 'https://a b', '::'),
    );
    fc.assert(
      fc.property(traffic, text, text, fc.double(), (pages, a, b, time) => {
        const told = { source: 'webRequest', browser: 'chromium' } as const;
        const events = orderly(runsOf(pages, 'chromium'), told).map((event, index): WireEvent => {
          if (index % 3 !== 0) return event;
          switch (event.type) {
            case 'request':
              return { ...event, url: a, initiator: b };
            case 'request-headers':
              return { ...event, headers: [...event.headers, [a, b], ['Origin', a]] };
            case 'response':
              return {
                ...event,
                status: Math.trunc(time),
                headers: [
                  ['Access-Control-Allow-Origin', a],
                  [b, a],
                ],
              };
            default:
              return { ...event, time };
          }
        });
        through(events, 'webRequest');
      }),
      runsEach,
    );
  });
});

describe('a reason that nobody knew yet', slow, () => {
  it('is shown as it is, blocked, and nothing is lost', () => {
    fc.assert(
      fc.property(
        traffic,
        fc.constantFrom('SomethingNew', 'PreflightSomethingNew', '__proto__'),
        (pages, name) => {
          const runs = runsOf(pages, 'chromium');
          const refused = runs.filter(({ outcome }) => outcome.kind === 'blocked');
          const events = cdpOf(runs).map(({ method, params }) => ({
            method,
            params: spoiled(params, [{ name: 'corsError', every: 1, by: name }]),
          }));
          const { piped, report } = through(decoded(events), 'debugger');
          expect(
            piped.exchanges.filter(({ judgement: { verdict } }) => verdict.outcome === 'blocked'),
          ).toHaveLength(refused.length);
          expect(report.exchanges.filter(({ reported }) => reported?.code === name)).toHaveLength(
            refused.length,
          );
        },
      ),
      runsEach,
    );
  });
});

describe('ids', slow, () => {
  it('that are used again after their end, and ids that nobody began, lose and change nothing', () => {
    fc.assert(
      fc.property(traffic, (pages) => {
        const runs = runsOf(pages, 'chromium');
        const events = cdpOf(runs);
        const stray = events
          .filter(({ method }) => method !== 'Network.requestWillBeSent')
          .map((event) => ({
            ...event,
            params: spoiled(event.params, [{ name: 'requestId', every: 1, by: 'stranger' }]),
          }));
        const once = through(decoded(events), 'debugger').piped.exchanges;
        const twice = through(decoded([...stray, ...events, ...stray, ...events]), 'debugger').piped
          .exchanges;
        const names = once.map(({ judgement: { verdict } }) => verdict.code ?? verdict.outcome);
        expect(twice.map(({ judgement: { verdict } }) => verdict.code ?? verdict.outcome).sort()).toEqual(
          [...names, ...names].sort(),
        );
      }),
      runsEach,
    );
  });
});
