import type { Diagnosed } from '../../diagnosis/index.ts';
import { type ApiMatch, type GatewayKind, matchApi, type TemplateApi } from '../../gateway/index.ts';
import { needOf } from '../need.ts';

/** Captured exchanges that CORS concerns, by the API of a template that answers them. */
export interface SharedOut {
  readonly shares: readonly TemplateShare[];
  /** Exchanges that several APIs fit alike, and which those are. */
  readonly unclear: { readonly apis: readonly TemplateApi[]; readonly diagnosed: readonly Diagnosed[] };
  /** Exchanges of which no API of the template is known to be the one. */
  readonly others: readonly Diagnosed[];
}

export interface TemplateShare {
  readonly api: TemplateApi;
  readonly diagnosed: readonly Diagnosed[];
}

/** What was captured of one API, and the front door that its exchanges together show. */
export interface CapturedGroup {
  readonly kind: GatewayKind;
  readonly diagnosed: readonly Diagnosed[];
}

/**
 * Finds the template's API of every captured exchange that has a need. `wanted`: the API that the user named, which takes
 * whatever may be its own: what no other API is known to answer.
 */
export function shareOut(
  apis: readonly TemplateApi[],
  groups: readonly CapturedGroup[],
  wanted: TemplateApi | null = null,
): SharedOut {
  const shares = new Map<TemplateApi, Diagnosed[]>();
  const unclear: { apis: Set<TemplateApi>; diagnosed: Diagnosed[] } = { apis: new Set(), diagnosed: [] };
  const others: Diagnosed[] = [];
  const give = (api: TemplateApi, diagnosed: Diagnosed) => {
    const share = shares.get(api) ?? [];
    shares.set(api, share);
    share.push(diagnosed);
  };
  for (const { kind, diagnosed } of groups) {
    const matches = new Map<string, ApiMatch>();
    for (const one of diagnosed) {
      if (needOf(one) === null) continue;
      const match = matchOf(apis, one, kind, matches);
      if (match.kind === 'one') give(match.api, one);
      else if (match.kind === 'none') others.push(one);
      else if (wanted !== null && match.apis.includes(wanted)) give(wanted, one);
      else {
        for (const api of match.apis) unclear.apis.add(api);
        unclear.diagnosed.push(one);
      }
    }
  }
  if (wanted !== null && !shares.has(wanted)) for (const one of others.splice(0)) give(wanted, one);
  return {
    shares: [...shares].map(([api, diagnosed]) => ({ api, diagnosed })),
    unclear: { apis: [...unclear.apis], diagnosed: unclear.diagnosed },
    others,
  };
}

/** A capture repeats few paths. */
function matchOf(
  apis: readonly TemplateApi[],
  { exchange, judgement }: Diagnosed,
  kind: GatewayKind,
  known: Map<string, ApiMatch>,
): ApiMatch {
  const hop = exchange.hops[judgement.hop] ?? { url: '', preflight: null, actual: null };
  const key = hop.url.split(/[?#]/, 1)[0] ?? '';
  const before = known.get(key);
  if (before !== undefined) return before;
  const match = matchApi(apis, { hops: [hop] }, { kind });
  known.set(key, match);
  return match;
}
