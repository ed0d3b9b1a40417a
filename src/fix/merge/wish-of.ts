import type { Policy, TemplateApi, TemplateRoute } from '../../gateway/index.ts';
import { type Template, type Value, valueAt } from '../../template/index.ts';
import type { Change } from './change.ts';
import { definitionRest, listCors, type OriginWishes, restCors } from './cors-wishes.ts';
import { errorHeaders } from './error-headers.ts';
import { misplacedOnEvents, misplacedSettings } from './misplaced.ts';
import { openPreflight } from './open-preflight.ts';
import { ownMocks } from './own-mocks.ts';
import { byHandler, preflightEvents } from './preflight-events.ts';
import { Refused } from './refused.ts';
import type { Target } from './target.ts';
import { isSet } from './texts.ts';
import { joined, type MapWish, mapWish, type Wish } from './wish.ts';

/** What a template is to say for one API. */
export interface Wishes {
  /** The API's properties, `Globals` merged in. */
  readonly properties: MapWish;
  /** Functions that get OPTIONS events, by logical id: their resources. */
  readonly functions: ReadonlyMap<string, MapWish>;
  /** Routes that want an OPTIONS event beside them and can have none. */
  readonly without: readonly TemplateRoute[];
  /** OPTIONS events lead preflights to a handler. */
  readonly led: boolean;
  /** Paths whose mock in the definition names the origin that asks, and whose mock reads its request as text. */
  readonly overriding: readonly string[];
  readonly textual: readonly string[];
}

export function wishesOf(
  template: Template,
  api: TemplateApi,
  target: Target,
  change: Change,
  origins: OriginWishes,
): Wishes {
  switch (api.kind) {
    case 'rest':
      return inPlace(template, api, target, restWishes(template, api, target, change, origins));
    case 'http':
      return inPlace(template, api, target, httpWishes(template, api, target, change, origins));
    case 'function-url':
      return {
        properties: urlProperties(template, target, change.policy, origins),
        functions: new Map(),
        without: [],
        led: false,
        overriding: [],
        textual: [],
      };
  }
}

/** The same wishes, and nothing left where SAM does not heed it. */
function inPlace(template: Template, api: TemplateApi, target: Target, wishes: Wishes): Wishes {
  const functions = new Map(wishes.functions);
  for (const [id, wish] of misplacedOnEvents(template, api)) {
    const known = functions.get(id);
    functions.set(id, known === undefined ? wish : joined(known, wish));
  }
  const misplaced = misplacedSettings(api.kind === 'rest' ? 'rest' : 'http', target);
  return { ...wishes, properties: joined(wishes.properties, misplaced), functions };
}

function restWishes(
  template: Template,
  api: TemplateApi,
  target: Target,
  change: Change,
  origins: OriginWishes,
): Wishes {
  const { policy } = change;
  refuseElsewhere(target, 'DefinitionBody');
  refuseFunction(target, 'Cors');
  const { byFunction, without: alone } = preflightEvents(template, api, change, false);
  const definition = target.resource === null ? null : valueAt(target.local, 'DefinitionBody');
  const wanting = new Set(alone.map(({ path }) => path));
  const asText = api.binaryMediaTypes.includes('*/*');
  const staged = change.stages ? origins : null;
  const mocks = ownMocks(template, definition, policy, wanting, asText, staged);
  const without = alone.filter(({ path }) => !mocks.added.has(path));
  const cors: readonly (readonly [string, Wish])[] =
    isSet(valueAt(target.global, 'Cors')) ||
    isSet(valueAt(target.local, 'Cors')) ||
    needsMock(api, byHandler(api, policy) === null ? api.routes : without)
      ? [['Cors', restCors(template, policy, origins)]]
      : [];
  const errors = errorHeaders(template, target, change, origins);
  const inDefinition = [...mocks.wishes, ...errors.definition];
  const properties = mapWish([
    ...cors,
    ...openPreflight(target, change),
    ...errors.properties,
    ...(inDefinition.length === 0 ? [] : [['DefinitionBody', mapWish(inDefinition)] as const]),
  ]);
  const { overriding, textual } = mocks;
  return { properties, functions: byFunction, without, led: byFunction.size > 0, overriding, textual };
}

/** Whether a route's path, or one that is not known, has no OPTIONS of its own. */
function needsMock({ routes, routesKnown }: TemplateApi, wanting: readonly TemplateRoute[]): boolean {
  const own = new Set(routes.filter(({ method }) => method === 'OPTIONS').map(({ path }) => bare(path)));
  return !routesKnown || routes.length === 0 || wanting.some(({ path }) => !own.has(bare(path)));
}

const bare = (path: string) => path.replace(/(?<=.)\/+$/, '');

function httpWishes(
  template: Template,
  api: TemplateApi,
  target: Target,
  change: Change,
  origins: OriginWishes,
): Wishes {
  const { policy } = change;
  const body = target.section === null ? 'Body' : 'DefinitionBody';
  refuseElsewhere(target, body);
  refuseFunction(target, 'CorsConfiguration');
  const hasDefault = settingOf(target, 'Auth', 'DefaultAuthorizer') !== null;
  const own = valueAt(target.local, body, definitionCors);
  const setting = settingOf(target, 'CorsConfiguration');
  const inDefinition = (wish: MapWish): readonly [string, Wish] => [body, mapWish([[definitionCors, wish]])];
  const properties =
    own?.kind === 'map' && isSet(own) && !isSet(setting)
      ? mapWish([inDefinition(listCors(template, policy, origins, true))])
      : mapWish([
          ['CorsConfiguration', listCors(template, policy, origins)],
          ...(own?.kind === 'map' ? [inDefinition(definitionRest(policy))] : []),
        ]);
  const { byFunction, without } = preflightEvents(template, api, change, hasDefault);
  return {
    properties,
    functions: byFunction,
    without,
    led: byFunction.size > 0,
    overriding: [],
    textual: [],
  };
}

const definitionCors = 'x-amazon-apigateway-cors';

function urlProperties(template: Template, target: Target, policy: Policy, origins: OriginWishes): MapWish {
  const methods = policy.methods.filter((method) => method !== 'OPTIONS');
  const cors: readonly [string, Wish] = ['Cors', listCors(template, { ...policy, methods }, origins)];
  if (target.section === null) {
    refuseFunction(target, 'Cors');
    return mapWish([cors]);
  }
  refuseFunction(target, 'FunctionUrlConfig');
  refuseFunction(target, 'FunctionUrlConfig', 'Cors');
  return mapWish([['FunctionUrlConfig', mapWish([cors])]]);
}

/** A setting's value where SAM takes it: the resource's, else that of `Globals`. */
const settingOf = ({ global, local }: Target, ...path: readonly string[]): Value | null =>
  valueAt(local, ...path) ?? valueAt(global, ...path);

function refuseElsewhere(target: Target, inline: string): void {
  const body = target.section === null ? null : settingOf(target, inline);
  // SAM reads the definition before CloudFormation fetches what a transform names.
  if (
    body?.kind === 'intrinsic' ||
    (valueAt(body, 'Fn::Transform') !== null && valueAt(body, 'paths') === null)
  )
    throw new Refused(
      'definition-uri',
      body?.place ?? null,
      'The paths stand in another file, which SAM does not read, so it refuses Cors here: write the paths inline in DefinitionBody; or write the OPTIONS methods, or for an HTTP API x-amazon-apigateway-cors, into that file itself.',
    );
  const uri = settingOf(target, 'DefinitionUri');
  if (!isSet(uri) || isSet(settingOf(target, inline)) || target.resource === null) return;
  throw new Refused(
    'definition-uri',
    uri.place,
    'Put the definition inline as DefinitionBody, and take DefinitionUri out; then Cors works. Or write the OPTIONS methods into the definition file itself.',
  );
}

/** A function or reference in the place of a whole setting. */
function refuseFunction(target: Target, ...path: readonly string[]): void {
  const value = settingOf(target, ...path);
  if (
    value?.kind !== 'intrinsic' ||
    (path[0] === 'Cors' && !/^(?:Ref|Fn::If)$/.test(value.name) && target.section === 'Api')
  )
    return;
  const name = path.at(-1) ?? '';
  throw new Refused(
    'setting-is-a-function',
    value.place,
    `Write ${name} as a map of its own with the values in it; ${name === 'Cors' && target.section === 'Api' ? 'AllowOrigin' : 'an item of a list'} may then be a function such as Ref or If.`,
  );
}
