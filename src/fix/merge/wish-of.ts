import type { TemplateApi } from '../../gateway/index.ts';
import { type Template, type Value, valueAt } from '../../template/index.ts';
import type { Change } from './change.ts';
import { listCors, restCors } from './cors-wishes.ts';
import { errorHeaders } from './error-headers.ts';
import { openPreflight } from './open-preflight.ts';
import { Refused } from './refused.ts';
import type { Target } from './target.ts';
import { type MapWish, mapWish, type Wish } from './wish.ts';

/** What the properties of an API are to say, `Globals` merged in. */
export function wishOf(template: Template, api: TemplateApi, target: Target, change: Change): MapWish {
  const { policy } = change;
  switch (api.kind) {
    case 'rest': {
      refuseElsewhere(target, 'DefinitionBody');
      refuseFunction(target, 'Cors');
      return mapWish([
        ['Cors', restCors(template, policy)],
        ...openPreflight(target, change),
        ...errorHeaders(template, target, change),
      ]);
    }
    case 'http':
      refuseElsewhere(target, 'DefinitionBody');
      refuseFunction(target, 'CorsConfiguration');
      return mapWish([['CorsConfiguration', listCors(template, policy)]]);
    case 'function-url': {
      const methods = policy.methods.filter((method) => method !== 'OPTIONS');
      const cors: readonly [string, Wish] = ['Cors', listCors(template, { ...policy, methods })];
      if (target.section === null) {
        refuseFunction(target, 'Cors');
        return mapWish([cors]);
      }
      refuseFunction(target, 'FunctionUrlConfig');
      refuseFunction(target, 'FunctionUrlConfig', 'Cors');
      return mapWish([['FunctionUrlConfig', mapWish([cors])]]);
    }
  }
}

/** A setting's value where SAM takes it: the resource's, else that of `Globals`. */
const settingOf = ({ global, local }: Target, ...path: readonly string[]): Value | null =>
  valueAt(local, ...path) ?? valueAt(global, ...path);

function refuseElsewhere(target: Target, inline: string): void {
  const uri = settingOf(target, 'DefinitionUri');
  if (uri === null || settingOf(target, inline) !== null) return;
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
