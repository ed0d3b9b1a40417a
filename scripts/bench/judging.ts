import type { HeaderLines } from '../../src/cors/index.ts';
import { diagnose, type Judged } from '../../src/diagnosis/index.ts';
import { type Exchange, judge } from '../../src/exchange/index.ts';
import { apiOf, type GatewayIdentity, identify } from '../../src/gateway/index.ts';
import type { Fresh } from './fresh.ts';
import { ranked, round, type Took, whole } from './measure.ts';

/** An exchange with its front door, and all exchanges of its API, which fill as they are judged. */
interface Seen {
  readonly exchange: Exchange;
  readonly gateway: GatewayIdentity;
  readonly siblings: Judged[];
}

function grouped(exchanges: readonly Exchange[]): readonly Seen[] {
  const groups = new Map<string, Judged[]>();
  return exchanges.map((exchange): Seen => {
    const gateway = identify(exchange);
    const { id } = apiOf(exchange, gateway);
    const siblings = groups.get(id) ?? [];
    groups.set(id, siblings);
    return { exchange, gateway, siblings };
  });
}

/** As the session does it: what came in together is judged, then diagnosed against all of its API. */
function judgeAndDiagnose(seen: readonly Seen[]): number {
  const judgements = seen.map(({ exchange, siblings }) => {
    const judgement = judge(exchange);
    siblings.push({ exchange, judgement });
    return judgement;
  });
  let findings = 0;
  for (const [index, { exchange, gateway, siblings }] of seen.entries()) {
    const judgement = judgements[index];
    if (judgement === undefined) continue;
    findings += diagnose({ exchange, judgement, gateway, siblings, template: null }).length;
  }
  return findings;
}

function* linesOf(exchange: Exchange): Generator<HeaderLines> {
  for (const { preflight, actual } of exchange.hops) {
    for (const message of [preflight, actual]) {
      if (message === null) continue;
      yield message.request.headers;
      if (message.response !== null) yield message.response.headers;
    }
  }
}

/** What is left when all thought is taken away: every header's name looked at once. */
function plainLoop(seen: readonly Seen[]): number {
  let found = 0;
  for (const { exchange } of seen) {
    for (const lines of linesOf(exchange)) {
      for (const [name] of lines) if (name.toLowerCase() === 'access-control-allow-origin') found += 1;
    }
  }
  return found;
}

/** Captures judged in one round, each made out of the clock's sight: nobody holds all that was ever seen beside it. */
const captures = 10;
/** Rounds before the engine has optimised what it can, and rounds that count: other work on the machine only ever slows. */
const warmUp = 3;
export const counted = 20;

/** Prints `judge + diagnose` over these captures in exchanges/s, beside the plain loop, which takes turns with it. */
export function benchJudging(name: string, sources: readonly Fresh[]): void {
  const parts = Array.from({ length: captures }, (_, n) => sources[n % sources.length]).filter(
    (source) => source !== undefined,
  );
  let exchanges = 0;
  let findings = 0;
  let headers = 0;
  const ours: Took[] = [];
  const loops: Took[] = [];
  for (let n = 0; n < warmUp + counted; n += 1) {
    exchanges = 0;
    findings = 0;
    const judged = round(parts, (source) => {
      const seen = grouped(source());
      exchanges += seen.length;
      return () => {
        findings += judgeAndDiagnose(seen);
      };
    });
    const looped = round(parts, (source) => {
      const seen = grouped(source());
      return () => {
        headers += plainLoop(seen);
      };
    });
    if (n < warmUp) continue;
    ours.push(judged);
    loops.push(looped);
  }
  if (headers === 0) throw new Error('The plain loop found nothing.');
  const rate = (ms: number): string => whole((1000 * exchanges) / ms);
  const { fastest, median } = ranked(ours);
  const loop = ranked(loops);
  console.log(
    `${name.padEnd(12)} ${rate(fastest.wall).padStart(8)}/s, median ${rate(median.wall)}/s, by processor time ${rate(fastest.cpu)}/s; plain loop ${rate(loop.fastest.wall)}/s, median ${rate(loop.median.wall)}/s; ${(fastest.wall / loop.fastest.wall).toFixed(1)} × its time (${whole(exchanges)} exchanges, ${(findings / exchanges).toFixed(1)} findings each)`,
  );
}
