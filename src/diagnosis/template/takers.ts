import { rememberLast } from '../../exchange/index.ts';
import { routeOf, type Taker, type TemplateApi } from '../../gateway/index.ts';
import { entryOf, implicitProperties, type Place, propertiesOf } from '../../template/index.ts';
import type { Subject } from '../rule.ts';
import type { LoadedApi } from './loaded.ts';

/** What of the template's API takes the preflight, and what the actual request; null where nothing does. */
export interface Takers {
  readonly options: Taker | null;
  readonly actual: Taker | null;
}

export const takersOf = rememberLast(({ template, judgement }: Subject): Takers => {
  if (template === null) return { options: null, actual: null };
  return { options: takerOf(template, 'OPTIONS'), actual: takerOf(template, judgement.needs.method) };
});

/** Methods of one path that are remembered: real ones are few, a stranger's may be any. */
const mostMethods = 16;
const known = new WeakMap<LoadedApi, Map<string, Taker | null>>();

/** A template may have ten thousand routes, so that they are looked through once per path and method. */
function takerOf(loaded: LoadedApi, method: string): Taker | null {
  const own = known.get(loaded) ?? new Map<string, Taker | null>();
  known.set(loaded, own);
  const before = own.get(method);
  if (before !== undefined) return before;
  const taker = routeOf(loaded.near, method, loaded.path);
  if (own.size === mostMethods) own.clear();
  own.set(method, taker);
  return taker;
}

/** The API with nothing but what takes these two requests: it answers them as the whole would. */
export function narrowed(api: TemplateApi, { options, actual }: Takers): TemplateApi {
  const takers = [options, actual === options ? null : actual];
  return {
    ...api,
    routes: takers.flatMap((taker) => (taker?.kind === 'route' ? [taker.route] : [])),
    preflights: takers.flatMap((taker) => (taker?.kind === 'preflight' ? [taker.preflight] : [])),
  };
}

/** Whether what the template says of this API is known to the last word: no parameter's default, no unknown condition. */
export function isKnown({ api }: LoadedApi, taker: Taker | null = null): boolean {
  const own = taker === null ? null : taker.kind === 'route' ? taker.route : taker.preflight;
  const conditions = [api.condition, own?.condition ?? null];
  return api.assumes.length === 0 && conditions.every((condition) => condition?.holds !== null);
}

const types = {
  rest: 'AWS::Serverless::Api',
  http: 'AWS::Serverless::HttpApi',
  'function-url': 'AWS::Serverless::Function',
} as const;

/** Where a property of the API stands, in its resource or in `Globals`; where it is absent, the API's own place. */
export function propertyPlace({ api, template }: LoadedApi, name: string): Place {
  const resource = template.resources.get(api.logicalId);
  const properties =
    resource === undefined ? implicitProperties(template, types[api.kind]) : propertiesOf(template, resource);
  return entryOf(properties, name)?.keyPlace ?? api.place;
}
