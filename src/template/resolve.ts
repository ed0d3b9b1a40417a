import type { Json } from './json.ts';
import type { Template } from './template.ts';
import { itemsOf, stringOf, type Value, valueAt } from './value.ts';

/**
 * What a value comes to. `assumes`: the parameters whose default was taken; a deployment may set them otherwise.
 * `absent` is `AWS::NoValue`. What cannot be known from the template keeps a readable form, such as `https://${Domain}`.
 */
export type Resolved =
  | { readonly known: true; readonly value: Json; readonly assumes: readonly string[] }
  | { readonly known: false; readonly text: string }
  | { readonly known: 'absent' };

const known = (value: Json, assumes: readonly string[] = []): Resolved => ({ known: true, value, assumes });
const unknown = (text: string): Resolved => ({ known: false, text });

/** Levels of nested functions that are followed: parameters and conditions may refer to each other in a circle. */
const deepest = 32;

/** Resolves intrinsic functions as far as the template itself tells: parameters' defaults, conditions and mappings. */
export function resolve(template: Template, value: Value, depth = 0): Resolved {
  if (depth > deepest) return unknown('…');
  const down = (inner: Value) => resolve(template, inner, depth + 1);
  switch (value.kind) {
    case 'scalar':
      return known(value.value);
    case 'list':
      return all(value.items.map(down), (items) => items);
    case 'map': {
      const { entries } = value;
      return all(
        entries.map((entry) => down(entry.value)),
        (items) => Object.fromEntries(entries.map(({ key }, index) => [key, items[index] ?? null])),
      );
    }
    case 'intrinsic':
      return call(template, value.name, value.argument, down, depth);
  }
}

/** The text that a value comes to, and whether that is all known; null where it is absent, a list or a map. */
export function textOf(template: Template, value: Value): { text: string; known: boolean } | null {
  const resolved = resolve(template, value);
  if (resolved.known === 'absent') return null;
  if (!resolved.known) return { text: resolved.text, known: false };
  if (resolved.value === null || typeof resolved.value === 'object') return null;
  return { text: String(resolved.value), known: true };
}

function call(
  template: Template,
  name: string,
  argument: Value,
  down: (value: Value) => Resolved,
  depth: number,
): Resolved {
  switch (name) {
    case 'Ref':
      return reference(template, stringOf(argument) ?? '', down);
    case 'Fn::Sub':
      return substitute(template, argument, down);
    case 'Fn::Join': {
      const [separator, list] = itemsOf(argument);
      const glue = stringOf(separator ?? null) ?? '';
      const items = list === undefined ? [] : list.kind === 'list' ? list.items.map(down) : [down(list)];
      return joined(items, glue);
    }
    case 'Fn::If': {
      const [condition, whenTrue, whenFalse] = itemsOf(argument);
      const held = conditionOf(template, stringOf(condition ?? null) ?? '', depth + 1);
      const branch = held.known === true ? (held.value === true ? whenTrue : whenFalse) : undefined;
      if (held.known !== true || branch === undefined)
        return unknown(`\${If ${stringOf(condition ?? null) ?? '…'}}`);
      return withAssumed(down(branch), held.assumes);
    }
    case 'Fn::Select': {
      const [index, list] = itemsOf(argument);
      return all(
        [index, list].map((one) => (one === undefined ? unknown('…') : down(one))),
        ([at, items]) => (Array.isArray(items) ? (items[Number(at)] ?? null) : null),
      );
    }
    case 'Fn::Split': {
      const [separator, text] = itemsOf(argument);
      const glue = stringOf(separator ?? null) ?? '';
      return all([text === undefined ? unknown('…') : down(text)], ([whole]) =>
        typeof whole === 'string' && glue !== '' ? whole.split(glue) : [],
      );
    }
    case 'Fn::FindInMap': {
      const keys = itemsOf(argument).map((key) => down(key));
      const path = keys.map((key) => (key.known === true ? String(key.value) : null));
      const found = path.includes(null)
        ? null
        : valueAt(template.root, 'Mappings', ...path.flatMap((key) => key ?? []));
      if (found === null) return unknown(`\${FindInMap ${path.map((key) => key ?? '…').join('.')}}`);
      return withAssumed(
        down(found),
        keys.flatMap((key) => (key.known === true ? key.assumes : [])),
      );
    }
    default:
      return unknown(`\${${name.replace(/^Fn::/, '')}${readable(argument)}}`);
  }
}

/** A short readable form of a function's argument. */
function readable(argument: Value): string {
  const text = stringOf(argument);
  if (text !== null) return ` ${text}`;
  const names = itemsOf(argument).map(stringOf);
  return names.length > 0 && !names.includes(null) ? ` ${names.join('.')}` : '';
}

function reference(template: Template, name: string, down: (value: Value) => Resolved): Resolved {
  if (name === 'AWS::NoValue') return { known: 'absent' };
  const byDefault = template.parameters.get(name)?.byDefault ?? null;
  if (byDefault === null) return unknown(`\${${name}}`);
  return withAssumed(down(byDefault), [name]);
}

/** `Fn::Sub` with a text, or with a text and a map of its own variables. `${!x}` stands for `${x}` itself. */
function substitute(template: Template, argument: Value, down: (value: Value) => Resolved): Resolved {
  const text = stringOf(argument) ?? stringOf(itemsOf(argument)[0] ?? null);
  if (text === null) return unknown('${Sub}');
  const variables = itemsOf(argument)[1] ?? null;
  const parts = text.split(/(\$\{[^}]*\})/).map((part): Resolved => {
    const name = /^\$\{([^}]*)\}$/.exec(part)?.[1];
    if (name === undefined) return known(part);
    if (name.startsWith('!')) return known(`\${${name.slice(1)}}`);
    const own = valueAt(variables, name.trim());
    return own === null ? reference(template, name.trim(), down) : down(own);
  });
  return joined(parts, '');
}

function joined(parts: readonly Resolved[], glue: string): Resolved {
  const texts = parts.flatMap((part): readonly string[] => {
    if (part.known === 'absent') return [];
    if (!part.known) return [part.text];
    const { value } = part;
    return (Array.isArray(value) ? value : [value]).map((one) => String(one));
  });
  const text = texts.join(glue);
  if (parts.some((part) => part.known === false)) return unknown(text);
  return known(
    text,
    parts.flatMap((part) => (part.known === true ? part.assumes : [])),
  );
}

/** Known if all are: absent ones are left out. */
function all(parts: readonly Resolved[], made: (values: readonly Json[]) => Json): Resolved {
  const open = parts.find((part) => part.known === false);
  if (open !== undefined) return open;
  const values = parts.flatMap((part) => (part.known === true ? [part] : []));
  return known(
    made(values.map(({ value }) => value)),
    values.flatMap(({ assumes }) => assumes),
  );
}

function withAssumed(resolved: Resolved, assumes: readonly string[]): Resolved {
  return resolved.known === true
    ? { ...resolved, assumes: [...new Set([...resolved.assumes, ...assumes])] }
    : resolved;
}

/** Whether a named condition holds, by the parameters' defaults. */
export function conditionOf(template: Template, name: string, depth = 0): Resolved {
  const condition = valueAt(template.root, 'Conditions', name);
  return condition === null ? unknown(`\${${name}}`) : truth(template, condition, depth + 1);
}

function truth(template: Template, value: Value, depth: number): Resolved {
  if (depth > deepest || value.kind !== 'intrinsic') {
    const named = value.kind === 'map' ? stringOf(valueAt(value, 'Condition')) : null;
    return named === null || depth > deepest ? unknown('…') : conditionOf(template, named, depth + 1);
  }
  const parts = itemsOf(value.argument);
  const inner = () => parts.map((part) => truth(template, part, depth + 1));
  switch (value.name) {
    case 'Condition':
      return conditionOf(template, stringOf(value.argument) ?? '', depth + 1);
    case 'Fn::Equals':
      return all(
        parts.map((part) => resolve(template, part, depth + 1)),
        ([a, b]) => String(a) === String(b),
      );
    case 'Fn::Not':
      return all(inner(), ([first]) => first !== true);
    case 'Fn::And':
      return all(inner(), (values) => values.every((one) => one === true));
    case 'Fn::Or':
      return all(inner(), (values) => values.some((one) => one === true));
    default:
      return unknown('…');
  }
}
