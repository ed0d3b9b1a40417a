import { entriesOf, itemsOf, type MapValue, stringOf, type Value, valueAt } from '../../template/index.ts';
import { lowerFirst } from './cors-policy.ts';
import { isSet } from './rest-cors.ts';

export const corsListKeys = ['AllowOrigins', 'AllowHeaders', 'AllowMethods', 'ExposeHeaders'];
export const corsKeys = [...corsListKeys, 'MaxAge', 'AllowCredentials'];

export type HttpCorsRefusal = 'wrong-type' | 'unknown-key' | 'credentials';

/**
 * What `x-amazon-apigateway-cors` becomes: `CorsConfiguration` over the definition's own. Source: `add_cors` of the
 * official translator. Null where neither says anything.
 */
export function httpCorsValue(cors: Value | null, definition: Value | null): Value | HttpCorsRefusal | null {
  const own = valueAt(definition, 'x-amazon-apigateway-cors');
  if (!isSet(cors)) return isSet(own) ? own : null;
  if (cors.kind === 'intrinsic') return renamed(cors);
  if (cors.kind === 'scalar')
    return cors.value === true ? over(own, [['allowOrigins', listOf('*', cors)]], cors) : 'wrong-type';
  if (cors.kind !== 'map') return 'wrong-type';
  if (entriesOf(cors).some(({ key }) => !corsKeys.includes(key))) return 'unknown-key';
  if (isTrue(valueAt(cors, 'AllowCredentials')) && isStarAlone(valueAt(cors, 'AllowOrigins')))
    return 'credentials';
  const origins = valueAt(cors, 'AllowOrigins');
  // A function here is taken for one around the whole configuration: all other keys are lost.
  if (origins?.kind === 'intrinsic' && origins.name !== 'Ref') return alone(own, renamed(origins));
  const set = corsKeys.flatMap((key): readonly (readonly [string, Value])[] => {
    const value = valueAt(cors, key);
    const counts =
      key === 'MaxAge' ? value !== null : key === 'AllowCredentials' ? isTrue(value) : isSet(value);
    return counts && value !== null ? [[lowerFirst(key), value]] : [];
  });
  return over(own, set, cors);
}

function alone(own: Value | null, value: Value): Value {
  if (!isSet(own) || value.kind !== 'intrinsic') return value;
  return over(own, [[value.name, value.argument]], value);
}

const isTrue = (value: Value | null) => value?.kind === 'scalar' && value.value === true;

function isStarAlone(value: Value | null): boolean {
  const items = itemsOf(value);
  return items.length === 1 && stringOf(items[0] ?? null) === '*';
}

const listOf = (text: string, { place }: Value): Value => ({
  kind: 'list',
  items: [{ kind: 'scalar', value: text, place }],
  place,
});

function over(own: Value | null, set: readonly (readonly [string, Value])[], { place }: Value): MapValue {
  const names = new Set(set.map(([key]) => key));
  const kept = entriesOf(own).filter(({ key }) => !names.has(key));
  const added = set.map(([key, value]) => ({ key, keyPlace: value.place, value }));
  return { kind: 'map', entries: [...kept, ...added], place };
}

/** An intrinsic function with the keys of the configurations in it written as OpenAPI has them. */
function renamed(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      return value;
    case 'list':
      return { ...value, items: value.items.map(renamed) };
    case 'intrinsic':
      return { ...value, argument: renamed(value.argument) };
    case 'map':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          key: corsKeys.includes(entry.key) ? lowerFirst(entry.key) : entry.key,
          value: renamed(entry.value),
        })),
      };
  }
}
