import type { HeaderLine } from '../cors/index.ts';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type MergedHeaders =
  | {
      readonly kind: 'merged';
      readonly lines: readonly HeaderLine[];
      /** Whether a name of `headers` had a value already, so that they were joined. */
      readonly joined: boolean;
    }
  | { readonly kind: 'malformed'; readonly recorded: boolean };

/**
 * The lines of `headers` and `multiValueHeaders`: both are sent, joined under one name whatever its case, those of
 * `multiValueHeaders` first. A pair that stands in both is sent once (AWS documents so). Cookies keep a line each.
 */
export function mergedHeaders(headers: unknown, multiValueHeaders: unknown): MergedHeaders {
  if (!isMap(headers) || !isMap(multiValueHeaders)) return { kind: 'malformed', recorded: false };
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  let joined = false;
  const add = (name: string, value: string) => {
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), { name, values: [value] });
    else known.values.push(value);
  };
  for (const [name, values] of entriesOf(multiValueHeaders)) {
    if (!Array.isArray(values)) return { kind: 'malformed', recorded: true };
    for (const value of values) {
      const text = textOf(value);
      if (text === null) return { kind: 'malformed', recorded: false };
      add(name, text);
    }
  }
  for (const [name, value] of entriesOf(headers)) {
    const text = textOf(value);
    if (text === null) return { kind: 'malformed', recorded: false };
    const known = byName.get(name.toLowerCase())?.values ?? [];
    if (known.includes(text)) continue;
    joined ||= known.length > 0;
    add(name, text);
  }
  const lines = [...byName.values()].flatMap(({ name, values }): readonly HeaderLine[] =>
    name.toLowerCase() === 'set-cookie'
      ? values.map((value) => [name, value] as const)
      : [[name, values.join(', ')]],
  );
  return { kind: 'merged', lines, joined };
}

const isMap = (value: unknown) => value === undefined || value === null || isRecord(value);
const entriesOf = (value: unknown) => (isRecord(value) ? Object.entries(value) : []);

/** `true` is sent as text; that a number is not accepted was not recorded. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : null;
}
