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
  const functions = new Map<string, FunctionEvents>();
  const without: TemplateRoute[] = [];
  for (const route of routes) {
    const path = route.path === '$default' ? '/{proxy+}' : route.path;
    if (done.has(path)) continue;
    const { functionId, place } = route;
    const known =
      functionId === null ? undefined : (functions.get(functionId) ?? eventsOf(template, functionId));
    const event = known?.byPlace.get(place.start);
    if (event === undefined || known === undefined || functionId === null) {
      without.push(route);
      continue;
    }
    done.add(path);
    functions.set(functionId, known);
    const data = dataOf(event, api, path, auth);
    const name = freeName(`${event.key}Options`, known.names);
    known.names.add(name);
    known.added.push([name, { kind: 'scalar', data: () => data, says: () => true }]);
  }
  const byFunction = new Map(
    [...functions].map(([id, { added }]) => [
      id,
      mapWish([['Properties', mapWish([['Events', mapWish(added)]])]]),
    ]),
  );
  return { byFunction, without };
}

/** The events of one function: those written, and those to be added. */
interface FunctionEvents {
  readonly byPlace: ReadonlyMap<number, Entry>;
  readonly names: Set<string>;
  readonly added: (readonly [string, Wish])[];
}

function eventsOf(template: Template, functionId: string): FunctionEvents {
  const own = entriesOf(valueAt(template.resources.get(functionId)?.properties ?? null, 'Events'));
  return {
    byPlace: new Map(own.map((event) => [event.keyPlace.start, event])),
    names: new Set(own.map(({ key }) => key)),
    added: [],
  };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return name;
}

/** As the event beside it writes its method and names its API. */
function dataOf({ value }: Entry, of: TemplateApi, path: string, auth: Data | null): Data {
  const at = (key: string) => valueAt(value, 'Properties', key);
  const type = of.kind === 'http' ? 'HttpApi' : 'Api';
  const apiKey = type === 'Api' ? 'RestApiId' : 'ApiId';
  const api = at(apiKey);
  const own = stringOf(api) ?? (api?.kind === 'intrinsic' ? stringOf(api.argument) : null);
  const name = own ?? (of.implicit ? null : of.logicalId);
  const method = stringOf(at('Method')) ?? 'options';
  return {
    Type: type,
    Properties: {
      Path: path,
      Method: method === method.toUpperCase() ? 'OPTIONS' : 'options',
      ...(name === null
        ? {}
        : { [apiKey]: own === null || api?.kind === 'intrinsic' ? { Ref: name } : name }),
      ...(auth === null ? {} : { Auth: auth }),
    },
  };
}
