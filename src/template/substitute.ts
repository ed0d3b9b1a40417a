import type { Resolve } from './functions.ts';
import { joined, known, open, type Resolved } from './resolved.ts';
import { reference, type Scope } from './scope.ts';
import { itemsOf, stringOf, type Value, valueAt } from './value.ts';

/** `Fn::Sub` with a text, or with a text and a map of its own variables. `${!x}` stands for `${x}` itself. */
export function substitute(scope: Scope, argument: Value, resolve: Resolve): Resolved {
  const [first, variables] = itemsOf(argument);
  const text = stringOf(argument) ?? stringOf(first ?? null);
  if (text === null) return open('Sub');
  const parts = text.split(/(\$\{[^{}]*\})/).map((part): Resolved => {
    const name = /^\$\{([^{}]*)\}$/.exec(part)?.[1]?.trim();
    if (name === undefined) return known(part);
    if (name.startsWith('!')) return known(`\${${name.slice(1)}}`);
    const own = valueAt(variables ?? null, name);
    return own === null ? reference(scope, name) : resolve(own);
  });
  return joined(parts, '');
}
