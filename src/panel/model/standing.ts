import type { Diagnosed } from '../../diagnosis/index.ts';

/** How a row stands: the verdict, with what works but should not be left so told apart as `risky`. */
export type Standing =
  | 'blocked'
  | 'risky'
  | 'allowed'
  | 'network-error'
  | 'not-cors'
  | 'pending'
  | 'unfinished';

export function standingOf({ exchange, judgement, findings }: Diagnosed): Standing {
  const { outcome } = judgement.verdict;
  if (outcome === 'pending' && exchange.unfinished) return 'unfinished';
  if (outcome === 'allowed' && findings.some((finding) => finding.severity === 'warning')) return 'risky';
  return outcome;
}

export const standingWords: Readonly<Record<Standing, string>> = {
  blocked: 'Blocked',
  risky: 'Allowed, but risky',
  allowed: 'Allowed',
  'network-error': 'No answer: not a CORS error',
  'not-cors': 'Not a CORS request',
  pending: 'Under way',
  unfinished: 'End not seen',
};

/** The finding that explains the row: the root cause where there is one. */
export function causeOf({ findings }: Diagnosed): string | null {
  return (findings.find((finding) => finding.causedBy === null) ?? findings[0])?.title ?? null;
}
