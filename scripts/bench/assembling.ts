import { decodeHar } from '../../src/capture/index.ts';
import { diagnose, type Judged } from '../../src/diagnosis/index.ts';
import { Assembler, assemble, judge, type SourceKind, type WireEvent } from '../../src/exchange/index.ts';
import { apiOf, identify } from '../../src/gateway/index.ts';
import { fastest, kept, take, whole } from './measure.ts';
import { liveEvents } from './streams.ts';

function timed(source: SourceKind, events: readonly WireEvent[]): number {
  return fastest(3, () => () => {
    const assembler = new Assembler({ source, browser: 'chromium' });
    for (const event of events) assembler.push(event);
    assembler.end();
  }).wall;
}

/** Prints how much longer ten times the events take. */
export function benchLinearity(): void {
  for (const source of ['webRequest', 'har'] as const) {
    const times = [2_000, 20_000, 200_000].map((calls) => {
      const events = liveEvents(calls);
      return { events: events.length, ms: timed(source, events) };
    });
    for (const [index, { events, ms }] of times.entries()) {
      const before = times[index - 1];
      const ratio = before === undefined ? '' : `   ${(ms / before.ms).toFixed(1)} × the time of a tenth`;
      console.log(
        `${source.padEnd(22)} ${whole(events).padStart(9)} events ${ms.toFixed(0).padStart(6)} ms ${whole((1000 * events) / ms).padStart(10)}/s${ratio}`,
      );
    }
  }
}

/** Everything that the pipe does with a HAR before the view: decode, assemble, judge, diagnose. */
function inspect(text: string): number {
  const read = decodeHar(text);
  if (!read.ok) return 0;
  const siblings = new Map<string, Judged[]>();
  let findings = 0;
  for (const exchange of assemble(read.events, { source: 'har', browser: read.browser })) {
    const judgement = judge(exchange);
    const gateway = identify(exchange);
    const { id } = apiOf(exchange, gateway);
    const group = siblings.get(id) ?? [];
    siblings.set(id, group);
    group.push({ exchange, judgement });
    findings += diagnose({ exchange, judgement, gateway, siblings: group, template: null }).length;
  }
  return findings;
}

/** Prints what the whole pipe takes over a HAR, beside `JSON.parse` of the same text, and its stages. */
export function benchHar(text: string, entries: number): void {
  const parse = fastest(3, () => () => {
    JSON.parse(text);
  });
  const all = fastest(3, () => () => {
    inspect(text);
  });
  console.log(
    `${whole(entries)} entries, ${whole(text.length / 1e6)} MB: ${whole(all.wall)} ms, JSON.parse alone ${whole(parse.wall)} ms: ${(all.wall / parse.wall).toFixed(2)} × its time`,
  );
  const decode = take(() => {
    decodeHar(text);
  });
  console.log(`  of which decodeHar ${whole(decode.wall)} ms (JSON.parse included)`);
}

/** Prints what is kept of each exchange besides the wire's own headers. */
export function benchMemory(text: string): void {
  const read = decodeHar(text);
  if (!read.ok) return;
  const exchanges = kept(() => assemble(read.events, { source: 'har', browser: read.browser }));
  const judged = kept(() => exchanges.value.map((exchange) => judge(exchange)));
  const count = exchanges.value.length;
  const each = (bytes: number): string => whole(bytes / count);
  console.log(
    `${whole(count)} exchanges keep ${each(exchanges.bytes)} bytes each besides the events' own headers, their judgements ${each(judged.bytes)} (${judged.value.length})`,
  );
}
