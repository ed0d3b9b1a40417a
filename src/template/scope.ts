import { absent, known, open, type Resolved } from './resolved.ts';
import type { Parameter, Template } from './template.ts';
import type { Value } from './value.ts';

/** What is known of one template's parameters and conditions, found once: they may refer to each other in a circle. */
export interface Scope {
  readonly template: Template;
  readonly parameters: Map<string, Resolved>;
  /** A condition that is being found out is here as unknown. */
  readonly conditions: Map<string, Resolved>;
  /** Conditions within conditions at the moment. */
  depth: number;
}

const scopes = new WeakMap<Template, Scope>();

export function scopeOf(template: Template): Scope {
  const made = scopes.get(template);
  if (made !== undefined) return made;
  const scope: Scope = { template, parameters: new Map(), conditions: new Map(), depth: 0 };
  scopes.set(template, scope);
  return scope;
}

/** `Ref` to a parameter by its default, or to `AWS::NoValue`. Resources and the other pseudo parameters are not known here. */
export function reference(scope: Scope, name: string): Resolved {
  if (name === 'AWS::NoValue') return absent;
  const found = scope.parameters.get(name);
  if (found !== undefined) return found;
  const parameter = scope.template.parameters.get(name);
  const made = (parameter === undefined ? null : byDefault(parameter)) ?? open(name);
  scope.parameters.set(name, made);
  return made;
}

/** CloudFormation takes only literals as defaults. That of an SSM parameter is its name, not its value. */
function byDefault({ name, type, byDefault }: Parameter): Resolved | null {
  if (type?.startsWith('AWS::SSM::Parameter::Value') === true) return null;
  const isList = type === 'CommaDelimitedList' || type?.startsWith('List<') === true;
  const text = byDefault === null ? null : literal(byDefault);
  if (text === null) return null;
  if (!isList) return known(text, [name]);
  const items = String(text).split(',');
  return known(String(text) === '' ? [] : items.map((item) => item.trim()), [name]);
}

const literal = (value: Value): string | number | boolean | null =>
  value.kind === 'scalar' ? value.value : null;
