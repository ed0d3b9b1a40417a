import type { Resolve } from './functions.ts';
import { absent, assumedBy, known, open, type Resolved, textOfResolved } from './resolved.ts';
import type { Scope } from './scope.ts';
import { itemsOf, stringOf, type Value, valueAt } from './value.ts';

/** Conditions that follow one from another at most. */
const deepest = 32;

/** Whether a named condition holds, by the parameters' defaults. One that depends on itself is unknown. */
export function namedCondition(scope: Scope, name: string, resolve: Resolve): Resolved {
  const found = scope.conditions.get(name);
  if (found !== undefined) return found;
  const condition = valueAt(scope.template.root, 'Conditions', name);
  if (condition === null || scope.depth > deepest) return open(name);
  scope.conditions.set(name, open(name));
  scope.depth += 1;
  const held = truth(scope, condition, resolve);
  scope.depth -= 1;
  // Users read the condition's name rather than what it is made of.
  const made = held.known === true ? held : open(name);
  scope.conditions.set(name, made);
  return made;
}

function truth(scope: Scope, value: Value, resolve: Resolve): Resolved {
  if (value.kind === 'map') {
    const name = stringOf(valueAt(value, 'Condition'));
    return name === null ? open('…') : namedCondition(scope, name, resolve);
  }
  if (value.kind !== 'intrinsic') return open('…');
  const { name, argument } = value;
  const inner = () => itemsOf(argument).map((item) => truth(scope, item, resolve));
  switch (name) {
    case 'Condition':
      return namedCondition(scope, stringOf(argument) ?? '', resolve);
    case 'Fn::Equals':
      return equal(itemsOf(argument).map(resolve));
    case 'Fn::Not':
      return negated(inner()[0] ?? absent);
    case 'Fn::And':
      return decided(inner(), false);
    case 'Fn::Or':
      return decided(inner(), true);
    default:
      return open('…');
  }
}

/** CloudFormation compares as text. */
function equal([a, b]: readonly Resolved[]): Resolved {
  if (a?.known !== true || b?.known !== true) return open('…');
  return known(textOfResolved(a) === textOfResolved(b), [...a.assumes, ...b.assumes]);
}

const negated = (held: Resolved): Resolved =>
  held.known === true ? known(held.value !== true, held.assumes) : open('…');

/** `Fn::Or` is true, and `Fn::And` false, as soon as one of its parts is, whatever the unknown ones are. */
function decided(parts: readonly Resolved[], by: boolean): Resolved {
  const deciding = parts.find((part) => part.known === true && (part.value === true) === by);
  if (deciding !== undefined) return known(by, assumedBy(deciding));
  if (parts.length === 0 || parts.some((part) => part.known !== true)) return open('…');
  return known(!by, parts.flatMap(assumedBy));
}
