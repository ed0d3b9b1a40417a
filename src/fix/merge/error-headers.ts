import { entriesOf, type Template, valueAt } from '../../template/index.ts';
import type { Change } from './change.ts';
import { quoted } from './cors-wishes.ts';
import type { Target } from './target.ts';
import { gone, type MapWish, mapWish, type Wish } from './wish.ts';

/** It cannot be customised. */
const fixed = 'REQUEST_TOO_LARGE';

/**
 * The headers on the gateway's own errors: the two defaults, and every type that is customised by itself, for such a
 * type takes nothing from the defaults. A gateway response holds one origin; with several nothing is written.
 */
export function errorHeaders(
  template: Template,
  { global, local }: Target,
  { errorHeaders: wanted, policy }: Change,
): readonly (readonly [string, Wish])[] {
  const [origin, another] = policy.origins;
  if (!wanted || origin === undefined || another !== undefined) return [];
  const customised = [global, local].flatMap((layer) =>
    entriesOf(valueAt(layer, 'GatewayResponses')).map(({ key }) => key),
  );
  const types = new Set(['DEFAULT_4XX', 'DEFAULT_5XX', ...customised]);
  types.delete(fixed);
  const headers: MapWish = {
    kind: 'map',
    names: null,
    sameKey: (written, name) => written.toLowerCase() === name.toLowerCase(),
    entries: [
      ['Access-Control-Allow-Origin', quoted(template, origin)],
      ['Access-Control-Allow-Credentials', policy.credentials ? quoted(template, 'true') : gone],
    ],
  };
  const response = mapWish([['ResponseParameters', mapWish([['Headers', headers]])]]);
  return [['GatewayResponses', mapWish([...types].map((type) => [type, response]))]];
}
