import {
  conditionOf,
  itemsOf,
  type ListValue,
  resolve,
  stringOf,
  type Template,
  type Value,
  valueAt,
} from '../../template/index.ts';
import type { TemplateCondition } from './template-api.ts';

/** Levels of `Fn::If` and `Ref` that are followed. */
const deepest = 16;

/** Reads texts of one API, and keeps in mind which of them the template cannot tell and which parameters it took by default. */
export class Texts {
  readonly template: Template;
  readonly #unknowns = new Set<string>();
  readonly #assumes = new Set<string>();

  constructor(template: Template) {
    this.template = template;
  }

  get unknowns(): readonly string[] {
    return [...this.#unknowns];
  }

  get assumes(): readonly string[] {
    return [...this.#assumes];
  }

  /** The text of a value, in a readable form where it is unknown; null where it is absent, a list or a map. */
  of(value: Value | null): string | null {
    if (value === null) return null;
    const resolved = resolve(this.template, value);
    if (resolved.known === 'absent') return null;
    if (!resolved.known) {
      this.#unknowns.add(resolved.text);
      return resolved.text;
    }
    if (resolved.value === null || typeof resolved.value === 'object') return null;
    for (const name of resolved.assumes) this.#assumes.add(name);
    return String(resolved.value);
  }

  /** Says that a text cannot be told from the template, and gives it back. */
  unknown(text: string): string {
    this.#unknowns.add(text);
    return text;
  }

  /** The value behind `Fn::If` and `Ref`, as far as the template tells; null where that is nothing. */
  chosen(value: Value | null, depth = 0): Value | null {
    if (value?.kind !== 'intrinsic' || depth > deepest) return value;
    if (value.name === 'Fn::If') {
      const [name, whenTrue, whenFalse] = itemsOf(value.argument);
      const { holds } = this.condition(stringOf(name ?? null) ?? '');
      return holds === null ? value : this.chosen((holds ? whenTrue : whenFalse) ?? null, depth + 1);
    }
    if (value.name !== 'Ref') return value;
    const name = stringOf(value.argument) ?? '';
    if (name === 'AWS::NoValue') return null;
    const byDefault = this.template.parameters.get(name)?.byDefault ?? null;
    if (byDefault === null) return value;
    this.#assumes.add(name);
    const type = stringOf(valueAt(this.template.root, 'Parameters', name, 'Type'));
    const text = stringOf(byDefault);
    return text !== null && (type === 'CommaDelimitedList' || type?.startsWith('List<') === true)
      ? listOf(text, value)
      : this.chosen(byDefault, depth + 1);
  }

  /** The value with parameters' defaults in the place of every `Ref` to one. */
  withParameters(value: Value): Value {
    switch (value.kind) {
      case 'scalar':
        return value;
      case 'list':
        return { ...value, items: value.items.map((item) => this.withParameters(item)) };
      case 'map': {
        const entries = value.entries.map((entry) => ({ ...entry, value: this.withParameters(entry.value) }));
        return { ...value, entries };
      }
      case 'intrinsic':
        return value.name === 'Ref' && stringOf(value.argument) !== 'AWS::NoValue'
          ? (this.chosen(value) ?? value)
          : { ...value, argument: this.withParameters(value.argument) };
    }
  }

  condition(name: string, negated = false): TemplateCondition {
    const held = conditionOf(this.template, name);
    const known = held.known === true && typeof held.value === 'boolean' ? held.value : null;
    if (held.known === true) for (const parameter of held.assumes) this.#assumes.add(parameter);
    return { name, negated, holds: known === null ? null : known !== negated };
  }
}

const listOf = (text: string, { place }: Value): ListValue => ({
  kind: 'list',
  items: text.split(',').map((value) => ({ kind: 'scalar', value: value.trim(), place })),
  place,
});
