import type { Policy } from '../gateway/index.ts';
import type { Call } from './replay.ts';

/** A call that a least-privilege fix must refuse. `origin` and `credentials` strangers must fail at the actual request, too. */
export interface Stranger extends Call {
  readonly what: 'origin' | 'method' | 'header' | 'credentials';
}

/** More origins than this say nothing more about a fix, and the proof stays cheap. */
const originLimit = 20;

/** Strangers to a policy: near misses of its origins, what it does not list, and `others`, whatever it lists. */
export function strangersTo(policy: Policy, others: readonly string[] = []): readonly Stranger[] {
  const method = policy.methods[0] ?? 'GET';
  const call = { method, headers: [], credentials: policy.credentials ? 'include' : 'omit' } as const;
  const known = policy.origins.slice(0, originLimit);
  const origins = new Set(['https://stranger.example', 'null', ...known.flatMap(nearMisses)]);
  for (const origin of policy.origins) origins.delete(origin);
  for (const origin of others) origins.add(origin);
  const strangers: Stranger[] = [...origins].map((origin) => ({ ...call, origin, what: 'origin' }));
  const [origin] = policy.origins;
  if (origin === undefined) return strangers;
  // GET, HEAD and POST pass whatever a server lists (Fetch, CORS-preflight fetch step 7.5), so they are no strangers.
  const unlisted = ['DELETE', 'PATCH', 'PUT', 'STRANGER'].find((name) => !policy.methods.includes(name));
  if (unlisted !== undefined) strangers.push({ ...call, origin, method: unlisted, what: 'method' });
  strangers.push({ ...call, origin, headers: [unlistedHeader(policy)], what: 'header' });
  if (!policy.credentials) strangers.push({ ...call, origin, credentials: 'include', what: 'credentials' });
  return strangers;
}

/** A sibling, a subdomain, the other scheme, another port. */
function nearMisses(origin: string): readonly string[] {
  const at = origin.indexOf('://');
  if (at < 0) return [];
  const scheme = origin.slice(0, at);
  const host = origin.slice(at + 3);
  const other = scheme === 'https' ? 'http' : 'https';
  const isAddress = /[\d\]]$/.test(host.replace(/:\d+$/, ''));
  const sibling = host.replace(/^[^.]+(?=(?:\.[^.]+){2,}$)/, 'stranger');
  const hasSibling = sibling !== host && !isAddress;
  return [
    ...(hasSibling ? [`${scheme}://${sibling}`] : []),
    `${scheme}://stranger.${host}`,
    `${other}://${host}`,
    `${scheme}://${host.replace(/:\d+$/, '')}:65535`,
  ];
}

function unlistedHeader(policy: Policy): string {
  let name = 'x-stranger';
  while (policy.headers.includes(name)) name = `${name}-x`;
  return name;
}
