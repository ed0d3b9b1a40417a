import { parseTemplate } from './parse-template.ts';
import type { Template } from './template.ts';
import type { Entry, Value } from './value.ts';

/** The template of a text that must be readable. */
export function templateOf(text: string): Template {
  const read = parseTemplate(text);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.template;
}

/** The fault of a text that must not be readable. */
export function faultOf(text: string) {
  const read = parseTemplate(text);
  if (read.ok) throw new Error('readable');
  return read.fault;
}

/** The value of `Value:` in a template that has nothing else to say: `text` follows the colon. */
export function asWritten(text: string, before = ''): { readonly template: Template; readonly value: Value } {
  const template = templateOf(`${before}Resources: {}\nMetadata:\n  Value: ${text}\n`);
  const metadata = template.root.entries.find(({ key }) => key === 'Metadata')?.value;
  const value = metadata?.kind === 'map' ? metadata.entries[0]?.value : undefined;
  if (value === undefined) throw new Error('no value');
  return { template, value };
}

/** Every value below one, itself first. */
export function everyValue(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'scalar':
      return [value];
    case 'list':
      return [value, ...value.items.flatMap(everyValue)];
    case 'map':
      return [value, ...value.entries.flatMap((entry) => everyValue(entry.value))];
    case 'intrinsic':
      return [value, ...everyValue(value.argument)];
  }
}

/** Every entry of every map below a value. */
export const everyEntry = (value: Value): readonly Entry[] =>
  everyValue(value).flatMap((one) => (one.kind === 'map' ? one.entries : []));
