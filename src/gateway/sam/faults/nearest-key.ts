/** The known key that a wrong one means: singular for plural, another case, or words in another order; null where none is near. */
export function nearestKey(key: string, known: readonly string[]): string | null {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^access-?control-?/, '')
      .replace(/[^a-z]/g, '')
      .replace(/ed(?=[a-z])/, '')
      .replace(/s$/, '');
  return known.find((one) => plain(one) === plain(key)) ?? null;
}
