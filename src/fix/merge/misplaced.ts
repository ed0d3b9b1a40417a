import type { TemplateApi } from '../../gateway/index.ts';
import { entriesOf, entryOf, type Template, valueAt } from '../../template/index.ts';
import type { Target } from './target.ts';
import { gone, joined, type MapWish, mapWish, type Wish } from './wish.ts';

const flags = ['AddDefaultAuthorizerToCorsPreflight', 'AddApiKeyRequiredToCorsPreflight'];
type Entries = readonly (readonly [string, Wish])[];

/**
 * CORS settings where SAM ignores them, or refuses the template for them: flags of `Auth` beside it or inside an
 * authorizer, an HTTP API's `Cors`, a REST API's `CorsConfiguration`. They go; what they meant is said where SAM heeds it.
 */
export function misplacedSettings(kind: 'rest' | 'http', { global, local }: Target): MapWish {
  const layers = [global, local];
  const there = (path: readonly string[], keys: readonly string[]): Entries =>
    keys
      .filter((key) => layers.some((layer) => entryOf(valueAt(layer, ...path), key) !== null))
      .map((key) => [key, gone]);
  const names = new Set(
    layers.flatMap((layer) => entriesOf(valueAt(layer, 'Auth', 'Authorizers')).map(({ key }) => key)),
  );
  const authorizers = [...names].flatMap((name): Entries => {
    const found = there(['Auth', 'Authorizers', name], flags);
    return found.length === 0 ? [] : [[name, mapWish(found)]];
  });
  const auth: Entries = [
    ...(kind === 'http' ? there(['Auth'], flags) : []),
    ...(authorizers.length === 0 ? [] : [['Authorizers', mapWish(authorizers)] as const]),
  ];
  return mapWish([
    ...there([], [kind === 'rest' ? 'CorsConfiguration' : 'Cors', ...flags]),
    ...(auth.length === 0 ? [] : [['Auth', mapWish(auth)] as const]),
  ]);
}

/** The same on the functions' events of an API, by function. */
export function misplacedOnEvents(template: Template, { routes }: TemplateApi): ReadonlyMap<string, MapWish> {
  const byFunction = new Map<string, MapWish>();
  for (const { functionId, place } of routes) {
    if (functionId === null) continue;
    const events = valueAt(template.resources.get(functionId)?.properties ?? null, 'Events');
    const event = entriesOf(events).find(({ keyPlace }) => keyPlace.start === place.start);
    if (event === undefined) continue;
    const there = (path: readonly string[], keys: readonly string[]): Entries =>
      keys
        .filter((key) => entryOf(valueAt(event.value, 'Properties', ...path), key) !== null)
        .map((key) => [key, gone]);
    const auth = there(['Auth'], flags);
    const found: Entries = [
      ...there([], ['Cors', 'CorsConfiguration']),
      ...(auth.length === 0 ? [] : [['Auth', mapWish(auth)] as const]),
    ];
    if (found.length === 0) continue;
    const wish = mapWish([
      [
        'Properties',
        mapWish([['Events', mapWish([[event.key, mapWish([['Properties', mapWish(found)]])]])]]),
      ],
    ]);
    const known = byFunction.get(functionId);
    byFunction.set(functionId, known === undefined ? wish : joined(known, wish));
  }
  return byFunction;
}
