import { decodeHar } from '../../src/capture/index.ts';
import { diagnose, type Judged } from '../../src/diagnosis/index.ts';
import {
  Assembler,
  assemble,
  type Exchange,
  judge,
  type SourceKind,
  type WireEvent,
} from '../../src/exchange/index.ts';
import { apiOf, identify } from '../../src/gateway/index.ts';
import { fastest, kept, take, whole } from './measure.ts';
import { harEvents, liveEvents } from './streams.ts';

type Stream = readonly WireEvent[];

function assembled(source: SourceKind, events: Stream): readonly Exchange[] {
  const assembler = new Assembler({ source, browser: 'chromium' });
  for (const event of events) assembler.push(event);
  return assembler.end();
}

/** The least that anything can do which joins the events of one id. */
function byId(events: Stream): ReadonlyMap<string, readonly WireEvent[]> {
  const known = new Map<string, WireEvent[]>();
  for (const event of events) {
    const own = known.get(event.id);
    if (own === undefined) known.set(event.id, [event]);
    else own.push(event);
  }
  return known;
}

type Work = (events: Stream) => unknown;

/** The fastest of several rounds, in ms, of each of these lists of captures in turn; what the captures of a list give is kept to its end. */
function inTurn(lists: readonly (readonly Stream[])[], work: Work): readonly number[] {
  const events = Math.max(...lists.map((captures) => captures.flat().length));
  // An engine compiles what it has seen often: the small need more rounds.
  const rounds = Math.max(5, Math.ceil(2_000_000 / events));
  const best = lists.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, captures] of lists.entries()) {
      globalThis.gc?.();
      const { wall } = take(() => captures.map(work));
      best[index] = Math.min(best[index] ?? wall, wall);
    }
  }
  return best;
}

/**
 * Prints how much longer ten times the events take, in one heap that holds the events of all: than one capture of a tenth takes,
 * with what a plain loop takes so; and than a tenth of ten such captures whose exchanges are all kept. The first is what a user
 * sees; in the last both fill the same memory, so that only the size of the capture differs.
 */
export function benchLinearity(): void {
  for (const source of ['webRequest', 'har'] as const) {
    const events = source === 'har' ? harEvents : liveEvents;
    for (const calls of [20_000, 200_000]) {
      const tenth = calls / 10;
      const tenths = Array.from({ length: 10 }, (_, part) => events(tenth, part * tenth));
      const lists = [[events(calls)], tenths, tenths.slice(0, 1)];
      const [ms = 0, ten = 0, one = 0] = inTurn(lists, (stream) => assembled(source, stream));
      const [loop = 0, , loopOne = 0] = inTurn(lists, byId);
      const count = tenths.flat().length;
      console.log(
        `${source.padEnd(10)} ${whole(count).padStart(9)} events ${ms.toFixed(0).padStart(5)} ms ${whole((1000 * count) / ms).padStart(9)}/s: ${times(ms / one)} one tenth (a plain loop: ${times(loop / loopOne)}), ${times((10 * ms) / ten)} a tenth of ten kept`,
      );
    }
  }
}

const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;

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
