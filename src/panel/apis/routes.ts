import type { Diagnosed } from '../../diagnosis/index.ts';
import { matchApi, routeOf, type TemplateApi } from '../../gateway/index.ts';
import { methodOf } from '../model/row.ts';
import { type Standing, standingOf } from '../model/standing.ts';
import { pathShape } from './path-shape.ts';

/** How the calls of one method of one route stand. */
export interface Cell {
  readonly method: string;
  readonly count: number;
  /** How many stand in which way. */
  readonly standings: ReadonlyMap<Standing, number>;
  /** The worst. */
  readonly standing: Standing;
  /** An exchange that stands so: the latest. */
  readonly exchangeId: string;
}

export interface RouteRow {
  /** `/orders/{id}`: the template's route, or the shape of the paths seen. */
  readonly path: string;
  /** The template names it so; otherwise it was guessed. */
  readonly fromTemplate: boolean;
  readonly cells: readonly Cell[];
}

/** From the worst to the best: what a cell of several calls shows. */
const byWorst: readonly Standing[] = [
  'blocked',
  'network-error',
  'risky',
  'unfinished',
  'pending',
  'not-cors',
  'allowed',
];

/** Routes that are kept apart; a stranger's page may make up new ones for ever. */
const most = 500;
const otherRoutes = '(other paths)';

/** The routes that were called, in order of path, each with its methods. `apis` are the loaded template's. */
export function routesSeen(
  base: string,
  exchanges: readonly Diagnosed[],
  apis: readonly TemplateApi[],
): readonly RouteRow[] {
  const rows = new Map<string, { fromTemplate: boolean; cells: Map<string, Diagnosed[]> }>();
  for (const diagnosed of exchanges) {
    const method = methodOf(diagnosed);
    const named = templateRoute(diagnosed, method, apis);
    const shape = named ?? pathShape(pathOf(diagnosed, base));
    const path = rows.has(shape) || rows.size < most ? shape : otherRoutes;
    const row = rows.get(path) ?? { fromTemplate: named !== null, cells: new Map() };
    rows.set(path, row);
    const calls = row.cells.get(method) ?? [];
    calls.push(diagnosed);
    row.cells.set(method, calls);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { fromTemplate, cells }]) => ({
      path,
      fromTemplate,
      cells: [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([method, calls]) => cellOf(method, calls)),
    }));
}

function cellOf(method: string, calls: readonly Diagnosed[]): Cell {
  const standings = new Map<Standing, number>();
  let standing: Standing = 'allowed';
  let exchangeId = '';
  for (const diagnosed of calls) {
    const own = standingOf(diagnosed);
    standings.set(own, (standings.get(own) ?? 0) + 1);
    if (exchangeId !== '' && byWorst.indexOf(own) > byWorst.indexOf(standing)) continue;
    standing = own;
    exchangeId = diagnosed.exchange.id;
  }
  return { method, count: calls.length, standings, standing, exchangeId };
}

/** The path below the API's base, without its query. */
function pathOf({ exchange }: Diagnosed, base: string): string {
  const url = exchange.hops[0]?.url ?? '';
  const below = url.startsWith(base) ? url.slice(base.length) : url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return below.replace(/[?#].*$/s, '');
}

function templateRoute(diagnosed: Diagnosed, method: string, apis: readonly TemplateApi[]): string | null {
  if (apis.length === 0) return null;
  const match = matchApi(apis, diagnosed.exchange, diagnosed.gateway);
  if (match.kind !== 'one') return null;
  const taker = routeOf(match.api, method, match.path);
  return taker?.kind === 'route' ? taker.route.path : null;
}
