/** A JavaScript string literal in printable ASCII; everything else is escaped by UTF-16 unit, U+2028 and lone surrogates too. */
export function jsString(value: string): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function jsList(values: readonly string[]): string {
  return `[${values.map(jsString).join(', ')}]`;
}
