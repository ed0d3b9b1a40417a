import { isToken } from '../cors/index.ts';
import type { Judged } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import { type CountedNeed, countNeeds } from './count-needs.ts';
import { type PolicyTrace, Tracer } from './trace.ts';

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
  /** Who asked for each entry of the policy. */
  readonly traces: readonly PolicyTrace[];
}

/** What is left out is a stranger's, and told one by one: more of it says nothing more. */
const mostLeftOut = 50;

/**
 * The least-privilege policy of one API from all its captured exchanges: an origin, method or header is in it when a
 * captured exchange needed it, a simple request's method too. `OPTIONS` is not: per Fetch only the actual request's
 * method is matched. `exposeHeaders` is empty, for no capture shows what a script wanted to read, and `maxAge` is
 * null ("as it is; browsers then keep a preflight 5 s"), for no capture needs one and a long one hides a later fix.
 */
export function synthesisePolicy(judged: readonly Judged[]): Policy {
  return synthesise(countNeeds(judged).values()).policy;
}

export function synthesise(counted: Iterable<CountedNeed>): Synthesis {
  const tracer = new Tracer();
  const origins = new Set<string>();
  const methods = new Set<string>();
  const headers = new Set<string>();
  const leftOut = new Map<string, LeftOut>();
  let credentials = false;
  const take = (set: Set<string>, part: LeftOut['part'], value: string, by: CountedNeed): boolean => {
    const reason = part === 'origin' ? originFault(value) : tokenFault(value);
    if (reason === null) {
      set.add(value);
      tracer.add(part, value, by);
    } else if (leftOut.size < mostLeftOut) leftOut.set(`${part} ${value}`, { part, value, reason });
    return reason === null;
  };
  for (const by of counted) {
    const { need } = by;
    // A need whose origin cannot be allowed must not widen the policy for the origins that can.
    if (!take(origins, 'origin', need.origin, by)) continue;
    take(methods, 'method', need.method, by);
    for (const header of need.headers) take(headers, 'header', header, by);
    if (need.credentials !== 'include') continue;
    credentials = true;
    tracer.add('credentials', 'include', by);
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
    traces: tracer.traces(),
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
