import { type HeaderLines, isToken } from '../cors/index.ts';
import type { Judged } from '../diagnosis/index.ts';

/** What the captured answers allow today, as far as a fix may take it away. */
export interface CapturedCors {
  /** An answer allows everything by `*`. */
  readonly wildcard: boolean;
  /** Names of headers that answers expose, lower case and sorted, at most 20. */
  readonly exposed: readonly string[];
}

const allowing: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
]);
const exposing = 'access-control-expose-headers';
const mostExposed = 20;

export function capturedCors(judged: readonly Judged[]): CapturedCors {
  const exposed = new Set<string>();
  let wildcard = false;
  const see = (headers: HeaderLines = []): void => {
    for (const [name, value] of headers) {
      // Asked of every header of a large capture: the length rules most of them out.
      if (name.length < 27 || name.length > 29) continue;
      const lower = name.toLowerCase();
      if (lower === exposing) for (const item of itemsOf(value)) expose(item.toLowerCase());
      else if (!wildcard && allowing.has(lower)) wildcard = itemsOf(value).includes('*');
    }
  };
  const expose = (name: string): void => {
    if (exposed.size < mostExposed && name !== '*' && isToken(name)) exposed.add(name);
  };
  for (const { exchange } of judged)
    for (const { preflight, actual } of exchange.hops) {
      see(preflight?.response?.headers);
      see(actual?.response?.headers);
    }
  return { wildcard, exposed: [...exposed].sort() };
}

const itemsOf = (value: string): readonly string[] => value.split(',', 100).map((item) => item.trim());
