/** A YAML document as plain data. Maps keep their order. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

/**
 * Writes block-style YAML that reads the same under YAML 1.1 (CloudFormation's tools) and 1.2. Strings are plain only
 * where no version could take them for anything else; all others are double-quoted with everything outside printable
 * ASCII escaped, so untrusted values cannot end a scalar.
 */
export function toYaml(value: { readonly [key: string]: Yaml }): string {
  return `${mapLines(value, '').join('\n')}\n`;
}

function mapLines(map: { readonly [key: string]: Yaml }, indent: string): string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    entryLines(`${indent}${yamlString(key)}:`, value, indent),
  );
}

function entryLines(head: string, value: Yaml, indent: string): string[] {
  if (typeof value === 'string' && isBlock(value)) return [`${head} |`, ...blockLines(value, `${indent}  `)];
  if (typeof value !== 'object') return [`${head} ${scalar(value)}`];
  if (isList(value)) {
    if (value.length === 0) return [`${head} []`];
    return [head, ...value.flatMap((item) => itemLines(item, `${indent}  `))];
  }
  if (Object.keys(value).length === 0) return [`${head} {}`];
  return [head, ...mapLines(value, `${indent}  `)];
}

/** A map's first key stands on the dash's own line, as people write it. */
function itemLines(item: Yaml, indent: string): string[] {
  if (typeof item !== 'object' || isList(item)) return entryLines(`${indent}-`, item, indent);
  const [first, ...others] = mapLines(item, `${indent}  `);
  return first === undefined
    ? [`${indent}- {}`]
    : [`${indent}- ${first.slice(indent.length + 2)}`, ...others];
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}

function scalar(value: string | number | boolean): string {
  return typeof value === 'string' ? yamlString(value) : String(value);
}

/** Two lines and more of printable ASCII, each with an end and without indentation: literal style holds them as they are. */
export const isBlock = (text: string): boolean => /^(?:[\x21-\x7e][\x20-\x7e]*\n){2,}$/.test(text);

export const blockLines = (text: string, pad: string): readonly string[] =>
  text
    .slice(0, -1)
    .split('\n')
    .map((line) => `${pad}${line}`);

const plain =
  /^(?:https?:\/\/[a-z][a-z0-9.-]*(?::\d+)?|\/[\w/{}.+-]*|[A-Za-z][\w-]*(?:::\w+|\/[\w-]+)*|\$default)$/;
/** Words that `plain` lets through and that are no strings in YAML 1.1: an exponent needs no digits before it there. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|e-?\d+)$/i;

export function yamlString(value: string): string {
  if (plain.test(value) && !reserved.test(value)) return value;
  return `"${[...value].map(escaped).join('')}"`;
}

function escaped(char: string): string {
  if (char === '"' || char === '\\') return `\\${char}`;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return char;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
