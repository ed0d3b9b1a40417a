import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView } from '../../fix/index.ts';
import type { GatewayKind } from '../../gateway/index.ts';

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

/** What a header says of an API, whatever is listed of it. */
export type Facts = Pick<Group, 'base' | 'kind' | 'origins' | 'total' | 'blocked'>;

/** By API. Made from all that was captured, so that a filter does not have it made again. */
export function factsByApi(all: readonly Diagnosed[], apis: readonly ApiView[]): ReadonlyMap<string, Facts> {
  const identities = new Map(apis.map(({ identity }) => [identity.id, identity]));
  return new Map(
    [...byApi(all)].map(([id, own]): [string, Facts] => {
      const identity = identities.get(id);
      const origins = new Set<string>();
      let blocked = 0;
      for (const { exchange, judgement } of own) {
        if (exchange.origin !== null) origins.add(exchange.origin);
        if (judgement.verdict.outcome === 'blocked') blocked += 1;
      }
      return [
        id,
        {
          base: identity?.base ?? null,
          kind: identity?.kind ?? own[0]?.gateway.kind ?? 'other',
          origins: [...origins],
          total: own.length,
          blocked,
        },
      ];
    }),
  );
}

/** In order of the APIs' first sight; rows keep their order. An API that lists nothing has no group. */
export function groupByApi(
  listed: readonly Diagnosed[],
  facts: ReadonlyMap<string, Facts>,
): readonly Group[] {
  return [...byApi(listed)].flatMap(([id, rows]) => {
    const own = facts.get(id);
    return own === undefined ? [] : [{ id, ...own, rows }];
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
