import type { Policy } from '../../gateway/index.ts';
import { entriesOf, type Template, type Value, valueAt } from '../../template/index.ts';
import type { Change } from './change.ts';
import { type OriginWishes, quoted } from './cors-wishes.ts';
import type { Target } from './target.ts';
import { gone, type MapWish, mapWish, type Wish } from './wish.ts';

/** It cannot be customised. */
const uncustomised = 'REQUEST_TOO_LARGE';

/** What is said of gateway responses: in SAM's `GatewayResponses`, and in the definition for those that it customises. */
interface ErrorHeaders {
  readonly properties: Entries;
  readonly definition: Entries;
}

type Entries = readonly (readonly [string, Wish])[];

const extension = 'x-amazon-apigateway-gateway-responses';
const parameter = 'gatewayresponse.header.';

/**
 * The headers on the gateway's own errors: the two defaults, and every type that is customised by itself, for such a
 * type takes nothing from the defaults. A gateway response holds one origin; with several nothing is written.
 */
export function errorHeaders(
  template: Template,
  { global, local }: Target,
  { errorHeaders: wanted, policy }: Change,
  { fixed: origin }: OriginWishes,
): ErrorHeaders {
  if (!wanted || policy.origins.length !== 1) return { properties: [], definition: [] };
  const typesOf = (responses: Value | null) => entriesOf(responses).map(({ key }) => key);
  const customised = [global, local].flatMap((layer) => typesOf(valueAt(layer, 'GatewayResponses')));
  // SAM's word for a type stands in the place of the definition's whole one.
  const defined = typesOf(valueAt(local, 'DefinitionBody', extension)).filter(
    (type) => !customised.includes(type) && type !== uncustomised,
  );
  const types = new Set(['DEFAULT_4XX', 'DEFAULT_5XX', ...customised]);
  for (const type of [...defined, uncustomised]) types.delete(type);
  const headers = headersOf(template, policy, origin, '');
  const response = mapWish([['ResponseParameters', mapWish([['Headers', headers]])]]);
  const written = mapWish([['responseParameters', headersOf(template, policy, origin, parameter)]]);
  return {
    properties:
      types.size === 0 ? [] : [['GatewayResponses', mapWish([...types].map((type) => [type, response]))]],
    definition: defined.length === 0 ? [] : [[extension, mapWish(defined.map((type) => [type, written]))]],
  };
}

const headersOf = (template: Template, policy: Policy, origin: Wish, prefix: string): MapWish => ({
  kind: 'map',
  names: null,
  sameKey: (written, name) => written.toLowerCase() === name.toLowerCase(),
  entries: [
    [`${prefix}Access-Control-Allow-Origin`, origin],
    [`${prefix}Access-Control-Allow-Credentials`, policy.credentials ? quoted(template, 'true') : gone],
  ],
});
