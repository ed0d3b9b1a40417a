import type { Diagnosed } from '../../diagnosis/index.ts';
import { methodOf } from './row.ts';
import { causeOf, standingOf } from './standing.ts';

export type Pill = 'all' | 'blocked' | 'risky' | 'allowed';

/** Whether a row passes the pill and the text filter. Every word must occur, in any case, in what the row tells. */
export function shows(diagnosed: Diagnosed, text: string, pill: Pill): boolean {
  if (pill !== 'all' && standingOf(diagnosed) !== pill) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = haystackOf(diagnosed);
  return words.every((word) => haystack.includes(word));
}

/** The word that leaves those where the browser and we differ. */
export const disagreeing = 'is:disagreement';

export function disagrees({ judgement }: Diagnosed): boolean {
  return judgement.disagreement !== null;
}

function haystackOf(diagnosed: Diagnosed): string {
  const { exchange, judgement, gateway } = diagnosed;
  return [
    methodOf(diagnosed),
    ...exchange.hops.map((hop) => hop.url),
    ...exchange.hops
      .flatMap((hop) => [hop.preflight, hop.actual])
      .map((each) => each?.response?.status ?? ''),
    exchange.origin ?? '',
    judgement.verdict.code ?? '',
    exchange.reported?.name ?? '',
    exchange.requester,
    disagrees(diagnosed) ? disagreeing : '',
    gateway.kind,
    causeOf(diagnosed) ?? '',
  ]
    .join('\n')
    .toLowerCase();
}
