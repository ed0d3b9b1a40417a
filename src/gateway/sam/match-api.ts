import type { Exchange } from '../../exchange/index.ts';
import { type Place, placeOf } from '../host.ts';
import type { GatewayKind } from '../kind.ts';
import { belowStage } from '../routing.ts';
import { fitOf } from './route-of.ts';
import type { TemplateApi } from './template-api.ts';

/** Which API of a template a captured exchange belongs to. */
export type ApiMatch =
  /** `prefix`: the stage or base path that stands before the API's paths in the URL, without slashes; empty for none. */
  | { readonly kind: 'one'; readonly api: TemplateApi; readonly prefix: string; readonly path: string }
  | { readonly kind: 'ambiguous'; readonly apis: readonly TemplateApi[] }
  | { readonly kind: 'none' };

/**
 * The captured kind decides first: a template's only API of that kind is taken whatever host or stage was captured.
 * Several are told apart by the routes that fit the path best. Where the kind is not known (a CDN before it, no headers),
 * the only API is taken that has a route for the path by name.
 */
export function matchApi(
  apis: readonly TemplateApi[],
  exchange: Pick<Exchange, 'hops'>,
  { kind }: { readonly kind: GatewayKind },
): ApiMatch {
  const place = placeOf(exchange.hops.at(-1)?.url ?? '');
  if (place === null) return { kind: 'none' };
  const known = kind === 'rest' || kind === 'http' || kind === 'function-url';
  const possible = apis.filter((api) => api.condition?.holds !== false && (!known || api.kind === kind));
  const [only] = possible;
  if (known && only !== undefined && possible.length === 1) return one(located(only, place));
  const fitting = possible
    .map((api) => located(api, place))
    .filter(({ score }) => score !== null && (known || score.includes('3')));
  const best = fitting
    .map(({ score }) => score ?? '')
    .sort()
    .at(-1);
  const chosen = fitting.filter(({ score }) => score === best);
  const [first] = chosen;
  if (first === undefined)
    // No route tells them apart; of an unknown kind it may be no API of the template at all.
    return known && possible.length > 1 ? { kind: 'ambiguous', apis: possible } : { kind: 'none' };
  return chosen.length === 1 ? one(first) : { kind: 'ambiguous', apis: chosen.map(({ api }) => api) };
}

interface Located {
  readonly api: TemplateApi;
  readonly prefix: string;
  readonly path: string;
  readonly score: string | null;
}

const one = ({ api, prefix, path }: Located): ApiMatch => ({ kind: 'one', api, prefix, path });

/** Where the API's paths begin in the URL: below the stage or base path under which its routes fit best. */
function located(api: TemplateApi, place: Place): Located {
  const readings = prefixesOf(api, place).flatMap((prefix): readonly Located[] => {
    const path = belowStage(place.path, { stage: prefix });
    return path === null ? [] : [{ api, prefix, path, score: fitOf(api, path) }];
  });
  const bare: Located = { api, prefix: '', path: place.path, score: null };
  return readings.find(({ score }) => score !== null) ?? readings[0] ?? bare;
}

function prefixesOf({ kind, stage, basePaths }: TemplateApi, { path, form }: Place): readonly string[] {
  if (kind === 'function-url') return [''];
  const first = path.split('/')[1] ?? '';
  // On its own host a REST API always has a stage before its paths, whatever it is called there.
  if (form === 'execute-api' && kind === 'rest') return [first];
  const named = [stage ?? '', ...basePaths].filter((prefix) => prefix !== '');
  return [...new Set([...named, '', ...(form === 'execute-api' ? [first] : [])])];
}
