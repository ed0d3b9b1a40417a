import { namedCondition } from './condition.ts';
import { call } from './functions.ts';
import { assumedBy, known, listOf, type Resolved, textOfResolved, unknown } from './resolved.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { Template } from './template.ts';
import type { MapValue, Value } from './value.ts';

/** Resolves intrinsic functions as far as the template itself tells: parameters' defaults, conditions and mappings. */
export function resolve(template: Template, value: Value): Resolved {
  return within(scopeOf(template), value);
}

/** The text that a value comes to, and whether that is all known; null where it is absent, a list or a map. */
export function textOf(template: Template, value: Value): { text: string; known: boolean } | null {
  const resolved = resolve(template, value);
  if (resolved.known === 'absent') return null;
  if (!resolved.known) return { text: resolved.text, known: false };
  if (resolved.value === null || typeof resolved.value === 'object') return null;
  return { text: String(resolved.value), known: true };
}

/** Whether a named condition holds, by the parameters' defaults. */
export function conditionOf(template: Template, name: string): Resolved {
  const scope = scopeOf(template);
  return namedCondition(scope, name, (value) => within(scope, value));
}

function within(scope: Scope, value: Value): Resolved {
  const down = (inner: Value) => within(scope, inner);
  switch (value.kind) {
    case 'scalar':
      return known(value.value);
    case 'list':
      return listOf(value.items.map(down));
    case 'map':
      return mapOf(value, down);
    case 'intrinsic':
      return call(scope, value, down);
  }
}

/** Known if all its values are; entries of `AWS::NoValue` are left out. */
function mapOf({ entries }: MapValue, down: (value: Value) => Resolved): Resolved {
  const parts = entries.map(({ key, value }) => ({ key, part: down(value) }));
  if (parts.some(({ part }) => part.known === false)) {
    const inner = parts.flatMap(({ key, part }) => {
      const text = textOfResolved(part);
      return text === null ? [] : [`${key}: ${text}`];
    });
    return unknown(`{${inner.join(', ')}}`);
  }
  return known(
    Object.fromEntries(parts.flatMap(({ key, part }) => (part.known === true ? [[key, part.value]] : []))),
    parts.flatMap(({ part }) => assumedBy(part)),
  );
}
