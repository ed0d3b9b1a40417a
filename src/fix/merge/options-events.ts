import type { TemplateApi, TemplateRoute } from '../../gateway/index.ts';
import { type Entry, entriesOf, stringOf, type Template, valueAt } from '../../template/index.ts';
import { type Data, type MapWish, mapWish, type Wish } from './wish.ts';

/** OPTIONS events to add, by their function, and the routes beside which none can stand. */
export interface OptionsEvents {
  readonly byFunction: ReadonlyMap<string, MapWish>;
  readonly without: readonly TemplateRoute[];
}

/**
 * An OPTIONS event beside each route: one for each path that has none, on the function that serves it. Only events can
 * be joined by another; what a definition writes cannot.
 */
export function optionsEvents(
  template: Template,
  api: TemplateApi,
  routes: readonly TemplateRoute[],
  auth: Data | null,
): OptionsEvents {
  const done = new Set(api.routes.filter(({ method }) => method === 'OPTIONS').map(({ path }) => path));
  const events = new Map<string, (readonly [string, Wish])[]>();
  const without: TemplateRoute[] = [];
  for (const route of routes) {
    const path = route.path === '$default' ? '/{proxy+}' : route.path;
    if (done.has(path)) continue;
    const own = eventsOf(template, route.functionId);
    const event = own.find(({ keyPlace }) => keyPlace.start === route.place.start);
    if (event === undefined || route.functionId === null) {
      without.push(route);
      continue;
    }
    done.add(path);
    const known = events.get(route.functionId) ?? [];
    const taken = new Set([...own.map(({ key }) => key), ...known.map(([key]) => key)]);
    const data = dataOf(event, path, auth);
    const name = freeName(`${event.key}Options`, taken);
    events.set(route.functionId, [...known, [name, { kind: 'scalar', data: () => data, says: () => true }]]);
  }
  const byFunction = new Map(
    [...events].map(([id, entries]) => [
      id,
      mapWish([['Properties', mapWish([['Events', mapWish(entries)]])]]),
    ]),
  );
  return { byFunction, without };
}

const eventsOf = (template: Template, functionId: string | null): readonly Entry[] =>
  functionId === null
    ? []
    : entriesOf(valueAt(template.resources.get(functionId)?.properties ?? null, 'Events'));

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}

/** As the event beside it writes its method and names its API. */
function dataOf({ value }: Entry, path: string, auth: Data | null): Data {
  const at = (key: string) => valueAt(value, 'Properties', key);
  const type = stringOf(valueAt(value, 'Type')) ?? 'Api';
  const apiKey = type === 'Api' ? 'RestApiId' : 'ApiId';
  const api = at(apiKey);
  const name = stringOf(api) ?? (api?.kind === 'intrinsic' ? stringOf(api.argument) : null);
  const method = stringOf(at('Method')) ?? 'options';
  return {
    Type: type,
    Properties: {
      Path: path,
      Method: method === method.toUpperCase() ? 'OPTIONS' : 'options',
      ...(name === null ? {} : { [apiKey]: api?.kind === 'intrinsic' ? { Ref: name } : name }),
      ...(auth === null ? {} : { Auth: auth }),
    },
  };
}
