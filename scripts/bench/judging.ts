import type { HeaderLines } from '../../src/cors/index.ts';
import { diagnose, type Judged } from '../../src/diagnosis/index.ts';
import { type Exchange, judge } from '../../src/exchange/index.ts';
import { apiOf, type GatewayIdentity, identify } from '../../src/gateway/index.ts';
import type { Fresh } from './fresh.ts';
import { fastestSum, type Took, whole } from './measure.ts';

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

/** Prints `judge + diagnose` over these captures in exchanges/s, beside the plain loop. */
export function benchJudging(name: string, sources: readonly Fresh[]): void {
  const parts = Array.from({ length: captures }, (_, n) => sources[n % sources.length]).filter(
    (source) => source !== undefined,
  );
  let found = 0;
  let exchanges = 0;
  const time = (work: (seen: readonly Seen[]) => number): Took => {
    exchanges = 0;
    for (const source of parts) exchanges += source().length;
    return fastestSum(7, parts, (source) => {
      const seen = grouped(source());
      return () => {
        found += work(seen);
      };
    });
  };
  const ours = time(judgeAndDiagnose);
  const loop = time(plainLoop);
  const rate = (ms: number): string => whole((1000 * exchanges) / ms);
  console.log(
    `${name.padEnd(12)} ${rate(ours.wall).padStart(8)}/s, by processor time ${rate(ours.cpu).padStart(8)}/s; plain loop ${rate(loop.wall)}/s; ${(ours.wall / loop.wall).toFixed(1)} × its time (${whole(exchanges)} exchanges, ${whole(found)} findings and lines)`,
  );
}
