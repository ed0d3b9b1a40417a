/** Where a key takes the focus in a menu, from the item at `current` (-1 for none); null where it does not move it. */
export function nextIndex(labels: readonly string[], current: number, key: string): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (Math.max(current, 0) - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return key.length === 1 && key !== ' ' ? nextWith(labels, current, key.toLowerCase()) : null;
  }
}

/** The next item, from the current one round to it again, that begins with the letter. */
function nextWith(labels: readonly string[], current: number, letter: string): number | null {
  for (let step = 1; step <= labels.length; step++) {
    const at = (Math.max(current, -1) + step) % labels.length;
    if (labels[at]?.replace('✓', '').trim().toLowerCase().startsWith(letter)) return at;
  }
  return null;
}
