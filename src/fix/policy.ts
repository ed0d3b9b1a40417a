import { isToken } from '../cors/index.ts';
import type { Judged } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import { type Need, needOf } from './need.ts';

/** What a captured exchange wanted and no allow-list may hold. */
export interface LeftOut {
  readonly part: 'origin' | 'method' | 'header';
  readonly value: string;
  /** `opaque`: the origin `null`, which any sandboxed frame can send. `malformed`: no browser sends this. `wildcard`: `*` in a list means everything. */
  readonly reason: 'opaque' | 'malformed' | 'wildcard';
}

export interface Synthesis {
  readonly policy: Policy;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The least-privilege policy of one API from all its captured exchanges: an origin, method or header is in it when a
 * captured exchange needed it, a simple request's method too. `OPTIONS` is not: per Fetch only the actual request's
 * method is matched. `exposeHeaders` is empty, for no capture shows what a script wanted to read, and `maxAge` is
 * null ("as it is; browsers then keep a preflight 5 s"), for no capture needs one and a long one hides a later fix.
 */
export function synthesisePolicy(judged: readonly Judged[]): Policy {
  return synthesise(judged.map(needOf).filter((need) => need !== null)).policy;
}

export function synthesise(needs: Iterable<Need>): Synthesis {
  const origins = new Set<string>();
  const methods = new Set<string>();
  const headers = new Set<string>();
  const leftOut = new Map<string, LeftOut>();
  let credentials = false;
  const take = (set: Set<string>, part: LeftOut['part'], value: string): boolean => {
    const reason = part === 'origin' ? originFault(value) : tokenFault(value);
    if (reason === null) set.add(value);
    else leftOut.set(`${part} ${value}`, { part, value, reason });
    return reason === null;
  };
  for (const need of needs) {
    // A need whose origin cannot be allowed must not widen the policy for the origins that can.
    if (!take(origins, 'origin', need.origin)) continue;
    take(methods, 'method', need.method);
    for (const header of need.headers) take(headers, 'header', header);
    credentials ||= need.credentials === 'include';
  }
  return {
    policy: {
      origins: [...origins].sort(),
      methods: [...methods].sort(),
      headers: [...headers].sort(),
      exposeHeaders: [],
      credentials,
      maxAge: null,
    },
    leftOut: [...leftOut.values()],
  };
}

/** An ASCII-serialised tuple origin, also of schemes such as `chrome-extension`; the capture is untrusted. */
const tupleOrigin = /^[a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]+\]|[A-Za-z0-9._~!$&()+;=%-]+)(?::\d{1,5})?$/;

function originFault(origin: string): LeftOut['reason'] | null {
  if (origin === 'null') return 'opaque';
  return tupleOrigin.test(origin) ? null : 'malformed';
}

function tokenFault(value: string): LeftOut['reason'] | null {
  if (value === '*') return 'wildcard';
  return isToken(value) ? null : 'malformed';
}
