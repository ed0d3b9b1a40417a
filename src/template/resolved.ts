import type { Json } from './json.ts';

/**
 * What a value comes to. `assumes`: the parameters whose default was taken; a deployment may set them otherwise.
 * `absent` is `AWS::NoValue`. What cannot be known from the template keeps a readable form, such as `https://${Domain}`.
 */
export type Resolved =
  | { readonly known: true; readonly value: Json; readonly assumes: readonly string[] }
  | { readonly known: false; readonly text: string }
  | { readonly known: 'absent' };

/** Texts that functions make are cut beyond this: a template of 1 MB can join its parts to gigabytes. */
const longest = 100_000;

export const known = (value: Json, assumes: readonly string[] = []): Resolved => ({
  known: true,
  value,
  assumes: [...new Set(assumes)],
});

export const unknown = (text: string): Resolved => ({ known: false, text: text.slice(0, longest) });

/** `${…}` around what stands for an unknown text. */
export const open = (name: string): Resolved => unknown(`\${${name}}`);

export const absent: Resolved = { known: 'absent' };

export const withAssumed = (resolved: Resolved, assumes: readonly string[]): Resolved =>
  resolved.known === true ? known(resolved.value, [...resolved.assumes, ...assumes]) : resolved;

/** The text of one part for a reader, whether it is known or not; null where it is absent. */
export function textOfResolved(part: Resolved): string | null {
  if (part.known === 'absent') return null;
  if (!part.known) return part.text;
  const { value } = part;
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}

/** Parts, and the items of known lists among them, in one text; absent ones are left out. */
export function joined(parts: readonly Resolved[], glue: string): Resolved {
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    const items =
      part.known === true && Array.isArray(part.value) ? part.value.map(String) : [textOfResolved(part)];
    for (const item of items) {
      if (item === null) continue;
      texts.push(item);
      length += item.length + glue.length;
      if (length > longest) return unknown(`${texts.join(glue).slice(0, longest)}…`);
    }
  }
  const text = texts.join(glue);
  if (parts.some((part) => part.known === false)) return unknown(text);
  return known(text, parts.flatMap(assumedBy));
}

/** A list of parts, known if all are; absent ones are left out, as CloudFormation does with `AWS::NoValue`. */
export function listOf(parts: readonly Resolved[]): Resolved {
  if (parts.some((part) => part.known === false)) {
    const inner = joined(parts, ', ');
    return inner.known === false ? unknown(`[${inner.text}]`) : inner;
  }
  return known(
    parts.flatMap((part) => (part.known === true ? [part.value] : [])),
    parts.flatMap(assumedBy),
  );
}

export const assumedBy = (part: Resolved): readonly string[] => (part.known === true ? part.assumes : []);
