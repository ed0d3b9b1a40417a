/** The row to which a key moves the cursor, by `page` rows for a page; null where the key means nothing here. */
export function rowAfter(
  ids: readonly string[],
  current: string | null,
  key: string,
  page = 10,
): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  const last = ids.length - 1;
  const to = (index: number): string | null => ids[Math.max(0, Math.min(last, index))] ?? null;
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at < 0 ? last : at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    default:
      return null;
  }
}
