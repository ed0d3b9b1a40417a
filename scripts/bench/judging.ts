import type { HeaderLines } from '../../src/cors/index.ts';
import { diagnose, type Judged } from '../../src/diagnosis/index.ts';
import { type Exchange, judge } from '../../src/exchange/index.ts';
import { apiOf, type GatewayIdentity, identify } from '../../src/gateway/index.ts';
import { fastestSum, type Took, whole } from './measure.ts';

/** An exchange with its front door, and all exchanges of its API, which fill as they are judged. */
interface Seen {
  readonly exchange: Exchange;
  readonly gateway: GatewayIdentity;
  readonly siblings: Judged[];
}

/** Fresh objects every time, as a capture gives them: nothing remembered by object can serve twice. */
function freshly(exchanges: readonly Exchange[]): readonly Seen[] {
  const groups = new Map<string, Judged[]>();
  return structuredClone(exchanges).map((exchange): Seen => {
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

/** Exchanges made at a time: a capture judges what just came, and does not hold all it ever saw beside it. */
const batch = 2_000;

/** Prints `judge + diagnose` over these exchanges in exchanges/s, beside the plain loop. */
export function benchJudging(name: string, exchanges: readonly Exchange[]): void {
  const starts = Array.from({ length: Math.ceil(exchanges.length / batch) }, (_, n) => n * batch);
  let found = 0;
  const time = (work: (seen: readonly Seen[]) => number): Took =>
    fastestSum(5, starts, (from) => {
      const seen = freshly(exchanges.slice(from, from + batch));
      return () => {
        found += work(seen);
      };
    });
  const ours = time(judgeAndDiagnose);
  const loop = time(plainLoop);
  const rate = (ms: number): string => whole((1000 * exchanges.length) / ms);
  console.log(
    `${name.padEnd(12)} ${rate(ours.wall).padStart(8)}/s, by processor time ${rate(ours.cpu).padStart(8)}/s; plain loop ${rate(loop.wall)}/s; ${(ours.wall / loop.wall).toFixed(1)} × its time (${whole(found)} findings and lines)`,
  );
}
