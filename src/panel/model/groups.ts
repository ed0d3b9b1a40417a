import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView } from '../../fix/index.ts';
import type { GatewayKind } from '../../gateway/index.ts';
import { standingOf } from './standing.ts';

/** One API's listed rows, with what its header says of all of its exchanges, listed or not. */
export interface Group {
  readonly id: string;
  readonly base: string | null;
  readonly kind: GatewayKind;
  readonly origins: readonly string[];
  readonly total: number;
  readonly blocked: number;
  readonly rows: readonly Diagnosed[];
}

/** In order of the APIs' first sight; rows keep their order. An API that lists nothing has no group. */
export function groupByApi(
  listed: readonly Diagnosed[],
  all: readonly Diagnosed[],
  apis: readonly ApiView[],
): readonly Group[] {
  const rows = byApi(listed);
  const members = byApi(all);
  const identities = new Map(apis.map(({ identity }) => [identity.id, identity]));
  return [...rows].map(([id, listedRows]) => {
    const own = members.get(id) ?? listedRows;
    const identity = identities.get(id);
    return {
      id,
      base: identity?.base ?? null,
      kind: identity?.kind ?? listedRows[0]?.gateway.kind ?? 'other',
      origins: [...new Set(own.flatMap(({ exchange }) => exchange.origin ?? []))],
      total: own.length,
      blocked: own.filter((each) => standingOf(each) === 'blocked').length,
      rows: listedRows,
    };
  });
}

function byApi(exchanges: readonly Diagnosed[]): ReadonlyMap<string, readonly Diagnosed[]> {
  const map = new Map<string, Diagnosed[]>();
  for (const each of exchanges) {
    const group = map.get(each.apiId);
    if (group) group.push(each);
    else map.set(each.apiId, [each]);
  }
  return map;
}
