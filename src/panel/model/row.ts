import { headerValue } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';

/** The method that the page asked for; where only the preflight was seen, the one it announced. */
export function methodOf({ exchange, judgement }: Diagnosed): string {
  const first = exchange.hops[0];
  if (first?.actual) return first.actual.request.method;
  const acrm =
    first?.preflight && headerValue(first.preflight.request.headers, 'access-control-request-method');
  return acrm ?? judgement.needs.method;
}

export interface RowStatus {
  /** Null where no preflight was sent. */
  readonly preflight: string | null;
  readonly actual: string;
}

/** `401 → –`: the statuses of the preflight and of the last actual request. */
export function statusOf({ exchange, judgement }: Diagnosed): RowStatus {
  const hop = exchange.hops[judgement.hop] ?? exchange.hops[0];
  return {
    preflight: hop?.preflight ? statusText(hop.preflight) : null,
    actual: statusText(hop?.actual ?? null),
  };
}

/** The statuses in words, and the reason code where one applies: what the cell has no room for. */
export function statusTitle(diagnosed: Diagnosed): string {
  const { preflight, actual } = statusOf(diagnosed);
  const { code, basis } = diagnosed.judgement.verdict;
  const parts = [
    ...(preflight === null ? [] : [`Preflight: ${statusWords(preflight)}`]),
    `Request: ${statusWords(actual)}`,
    ...(code === null ? [] : [`CORS error: ${code}${basis === 'assumed' ? ' (assumed)' : ''}`]),
  ];
  return parts.join('\n');
}

function statusWords(status: string): string {
  if (status === '…') return 'no answer yet';
  return status === '–' ? 'no answer' : status;
}

function statusText(exchanged: Exchanged | null): string {
  if (exchanged?.response) return String(exchanged.response.status);
  return exchanged !== null && exchanged.error === null ? '…' : '–';
}

/** The URL without the base that the group's header shows already. */
export function nameOf({ exchange }: Diagnosed, base: string | null): string {
  const url = exchange.hops[0]?.url ?? '';
  const path =
    base !== null && url.startsWith(base) ? url.slice(base.length) : url.replace(/^https?:\/\//, '');
  return path === '' ? '/' : path;
}
