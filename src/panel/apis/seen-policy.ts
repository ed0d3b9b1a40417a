import { headerTokens, headerValue } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Policy } from '../../gateway/index.ts';

/** One part of what an API was seen to allow, beside what its traffic needs. */
export interface PartSeen {
  readonly part: 'Origins' | 'Methods' | 'Request headers' | 'Readable response headers' | 'Credentials';
  /** What answers allowed. */
  readonly allowed: readonly string[];
  /** Needed, and not seen to be allowed. */
  readonly missing: readonly string[];
  /** Allowed, and needed by no captured request. */
  readonly surplus: readonly string[];
  /** `*` was allowed. */
  readonly wildcard: boolean;
}

/** Values that are kept of one part: a stranger may send new ones for ever. */
const most = 100;

/** Allowed without being listed: CORS-safelisted methods, Fetch Standard. */
const safelisted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** What an API's answers allow, put together, and how that differs from what its captured requests need. */
export function seenPolicy(exchanges: readonly Diagnosed[], needed: Policy): readonly PartSeen[] {
  const origins = new Set<string>();
  const methods = new Set<string>();
  const headers = new Set<string>();
  const exposed = new Set<string>();
  let credentials = false;
  const keep = (set: Set<string>, value: string): void => {
    if (set.size < most) set.add(value);
  };
  for (const { exchange } of exchanges) {
    for (const { preflight, actual } of exchange.hops) {
      for (const response of [preflight?.response, actual?.response]) {
        if (response == null) continue;
        const acao = headerValue(response.headers, 'access-control-allow-origin');
        if (acao !== null) keep(origins, acao);
        credentials ||= headerValue(response.headers, 'access-control-allow-credentials') === 'true';
      }
      const leave = preflight?.response?.headers ?? [];
      for (const name of tokens(leave, 'access-control-allow-methods')) keep(methods, name);
      for (const name of tokens(leave, 'access-control-allow-headers')) keep(headers, name.toLowerCase());
      const answer = actual?.response?.headers ?? [];
      for (const name of tokens(answer, 'access-control-expose-headers')) keep(exposed, name.toLowerCase());
    }
  }
  const wide = (set: ReadonlySet<string>, name: string): boolean =>
    set.has(name) || (set.has('*') && !needed.credentials && name !== 'authorization');
  const part = (
    name: PartSeen['part'],
    set: ReadonlySet<string>,
    wanted: readonly string[],
    free: ReadonlySet<string> = new Set(),
  ): PartSeen => ({
    part: name,
    allowed: [...set].sort(),
    missing: wanted.filter((value) => !wide(set, value) && !free.has(value)),
    surplus: [...set].filter((value) => value !== '*' && !wanted.includes(value)).sort(),
    wildcard: set.has('*'),
  });
  return [
    part('Origins', origins, needed.origins),
    part('Methods', methods, needed.methods, safelisted),
    part('Request headers', headers, needed.headers),
    part('Readable response headers', exposed, needed.exposeHeaders),
    {
      part: 'Credentials',
      allowed: credentials ? ['allowed'] : [],
      missing: needed.credentials && !credentials ? ['needed'] : [],
      surplus: credentials && !needed.credentials ? ['allowed'] : [],
      wildcard: false,
    },
  ];
}

function tokens(
  headers: Parameters<typeof headerTokens>[0],
  name: Parameters<typeof headerTokens>[1],
): readonly string[] {
  const found = headerTokens(headers, name);
  return found === null || found === 'invalid' ? [] : found;
}
