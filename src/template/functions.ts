import { namedCondition } from './condition.ts';
import type { Json } from './json.ts';
import { toJson } from './json.ts';
import { assumedBy, joined, known, open, type Resolved, textOfResolved, withAssumed } from './resolved.ts';
import { reference, type Scope } from './scope.ts';
import { substitute } from './substitute.ts';
import { type IntrinsicValue, itemsOf, stringOf, type Value, valueAt } from './value.ts';

export type Resolve = (value: Value) => Resolved;

/** What an intrinsic function comes to. */
export function call(scope: Scope, { name, argument }: IntrinsicValue, resolve: Resolve): Resolved {
  const [first, second] = itemsOf(argument);
  switch (name) {
    case 'Ref':
      return reference(scope, stringOf(argument) ?? '…');
    case 'Fn::GetAtt':
      return open(readable(argument));
    case 'Fn::Sub':
      return substitute(scope, argument, resolve);
    case 'Fn::Join':
      return joined(partsOf(second, resolve), stringOf(first ?? null) ?? '');
    case 'Fn::If':
      return chosen(scope, argument, resolve);
    case 'Fn::Select':
      return selected(first, second, resolve);
    case 'Fn::Split':
      return split(stringOf(first ?? null) ?? '', second === undefined ? open('Split') : resolve(second));
    case 'Fn::FindInMap':
      return mapped(scope, argument, resolve);
    default:
      return open(`${name.replace(/^Fn::/, '')} ${readable(argument)}`.trim());
  }
}

/** The items of a list, of which some may be unknown, or the one value that stands for a list. */
const partsOf = (list: Value | undefined, resolve: Resolve): readonly Resolved[] => {
  if (list === undefined) return [];
  return list.kind === 'list' ? list.items.map(resolve) : [resolve(list)];
};

/** One branch, or both in words where the condition is not known and they differ. */
function chosen(scope: Scope, argument: Value, resolve: Resolve): Resolved {
  const [condition, whenTrue, whenFalse] = itemsOf(argument);
  const name = stringOf(condition ?? null) ?? '…';
  if (whenTrue === undefined || whenFalse === undefined) return open(`If ${name}`);
  const held = namedCondition(scope, name, resolve);
  if (held.known === true)
    return withAssumed(resolve(held.value === true ? whenTrue : whenFalse), held.assumes);
  const [a, b] = [resolve(whenTrue), resolve(whenFalse)];
  if (a.known === true && b.known === true && JSON.stringify(a.value) === JSON.stringify(b.value))
    return withAssumed(a, b.assumes);
  if (a.known === 'absent' && b.known === 'absent') return a;
  return open(`If ${name}: ${inWords(a)}, else ${inWords(b)}`);
}

const inWords = (branch: Resolved): string => {
  const text = textOfResolved(branch) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/** An item of a list can be known though others are not. */
function selected(index: Value | undefined, list: Value | undefined, resolve: Resolve): Resolved {
  const at = index === undefined ? open('…') : resolve(index);
  if (at.known !== true) return open('Select');
  const parts = partsOf(list, resolve).filter((part) => part.known !== 'absent');
  const [whole] = parts;
  const items =
    list?.kind !== 'list' && whole?.known === true && Array.isArray(whole.value)
      ? whole.value.map((item: Json) => known(item, whole.assumes))
      : list?.kind === 'list'
        ? parts
        : [];
  const found = items[Number(at.value)];
  return found === undefined ? open(`Select ${String(at.value)}`) : withAssumed(found, at.assumes);
}

function split(glue: string, whole: Resolved): Resolved {
  if (whole.known !== true || typeof whole.value !== 'string' || glue === '') return open('Split');
  return known(whole.value.split(glue), whole.assumes);
}

/** A value of `Mappings`, which holds literals; else the fourth argument's `DefaultValue`. */
function mapped(scope: Scope, argument: Value, resolve: Resolve): Resolved {
  const items = itemsOf(argument);
  const keys = items.slice(0, 3).map(resolve);
  const names = keys.map((key) => (key.known === true ? String(key.value) : null));
  const path = names.flatMap((name) => name ?? []);
  if (path.length < 3) return open(`FindInMap ${keys.map((key) => textOfResolved(key) ?? '…').join('.')}`);
  const found = valueAt(scope.template.root, 'Mappings', ...path);
  if (found !== null && found.kind !== 'intrinsic') return known(toJson(found), keys.flatMap(assumedBy));
  const otherwise = valueAt(items[3] ?? null, 'DefaultValue');
  if (found === null && otherwise !== null) return withAssumed(resolve(otherwise), keys.flatMap(assumedBy));
  return open(`FindInMap ${path.join('.')}`);
}

/** A short readable form of a function's argument. */
function readable(argument: Value): string {
  const text = stringOf(argument);
  if (text !== null) return text;
  const names = itemsOf(argument).map(stringOf);
  return names.includes(null) ? '' : names.join('.');
}
