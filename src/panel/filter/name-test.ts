import type { NamePattern } from './term.ts';

/** How a name without `*` or quotes is meant: the whole of it, its beginning, or any part. */
export type NameMode = 'whole' | 'beginning' | 'part';

/** Whether a text in lower case fits one of the patterns. */
export function nameTest(patterns: readonly NamePattern[], mode: NameMode): (lower: string) => boolean {
  const tests = patterns.map((pattern) => oneTest(pattern, mode));
  return (lower) => tests.some((test) => test(lower));
}

function oneTest({ text, quoted }: NamePattern, mode: NameMode): (lower: string) => boolean {
  const wanted = text.toLowerCase();
  if (quoted) return (lower) => lower === wanted;
  if (wanted.includes('*')) return wildcardTest(wanted);
  switch (mode) {
    case 'whole':
      return (lower) => lower === wanted;
    case 'beginning':
      return (lower) => lower.startsWith(wanted);
    case 'part':
      return (lower) => lower.includes(wanted);
  }
}

/** The parts between the stars must follow each other: to take each where it first occurs never misses. */
function wildcardTest(wanted: string): (lower: string) => boolean {
  const [first = '', ...rest] = wanted.split('*');
  const last = rest.pop() ?? '';
  return (lower) => {
    if (lower.length < first.length + last.length || !lower.startsWith(first) || !lower.endsWith(last))
      return false;
    let at = first.length;
    for (const part of rest) {
      const found = lower.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= lower.length - last.length;
  };
}
