import { rememberLast } from '../../exchange/index.ts';
import { routeOf, type Taker } from '../../gateway/index.ts';
import { entryOf, implicitProperties, type Place, propertiesOf } from '../../template/index.ts';
import type { Subject } from '../rule.ts';
import type { LoadedApi } from './loaded.ts';

/** What of the template's API takes the preflight, and what the actual request; null where nothing does. */
export const takersOf = rememberLast(
  ({ template, judgement }: Subject): { readonly options: Taker | null; readonly actual: Taker | null } => {
    if (template === null) return { options: null, actual: null };
    const { api, path } = template;
    return { options: routeOf(api, 'OPTIONS', path), actual: routeOf(api, judgement.needs.method, path) };
  },
);

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
