import { resolve, type Template, textOf, type Value } from '../../template/index.ts';

/** What a value comes to as one text; null where the template does not tell, or it is none. */
export function knownText(template: Template, value: Value): string | null {
  const text = textOf(template, value);
  return text?.known === true ? text.text : null;
}

/** Whether the template leaves open what a value comes to. */
export const isUnknown = (template: Template, value: Value): boolean =>
  value.kind === 'intrinsic' && resolve(template, value).known === false;

/** The text between the single quotes that a mapping expression needs; null where they are not there. */
export const quotedText = (text: string): string | null => /^'([^']*)'$/.exec(text)?.[1] ?? null;

export const isTrue = (value: Value | null): boolean => value?.kind === 'scalar' && value.value === true;

/** `AllowOrigins` of `AllowOrigin`, `allowOrigins`, `Allow-Origins`. */
export const likeKey = (written: string, wanted: string): boolean => bare(written) === bare(wanted);

const bare = (key: string) => key.toLowerCase().replaceAll(/[-_]/g, '').replace(/s$/, '');

/** Python's truth of a value, by which SAM tells whether a property is set. */
export function isSet(value: Value | null): value is Value {
  if (value === null) return false;
  if (value.kind === 'scalar') return Boolean(value.value);
  return value.kind === 'list'
    ? value.items.length > 0
    : value.kind === 'intrinsic' || value.entries.length > 0;
}
