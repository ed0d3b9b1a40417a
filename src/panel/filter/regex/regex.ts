import { Automaton } from './automaton.ts';
import { statesOf } from './states.ts';
import { readSyntax, Unsupported } from './syntax.ts';

/** Whether the expression matches in one of the lines of `text` from `from` to `to`. */
export type RegexSearch = (text: string, from: number, to: number) => boolean;

export type Regex =
  | { readonly kind: 'regex'; readonly search: RegexSearch }
  /** The browser's own word for what is wrong. */
  | { readonly kind: 'unsound'; readonly message: string }
  | { readonly kind: 'unsupported'; readonly what: string };

/**
 * An expression as the filter understands it: case never counts, `^` and `$` are a line's ends, as in the Network panel. The
 * browser says whether it is sound and what its characters are. The search is our own, because the browser's may take for ever.
 */
export function readRegex(source: string, flags: string): Regex {
  const own = flags.replace(/[dgimy]/g, '');
  try {
    new RegExp(source, flags);
  } catch (error) {
    return { kind: 'unsound', message: error instanceof Error ? error.message : '' };
  }
  if (own.includes('v')) return { kind: 'unsupported', what: 'the flag v' };
  try {
    const automaton = new Automaton(statesOf(readSyntax(source)), characterTest(own));
    return { kind: 'regex', search: (text, from, to) => automaton.matches(text, from, to) };
  } catch (error) {
    // Also a part that is sound only within the whole, which the browser then refuses.
    return { kind: 'unsupported', what: error instanceof Unsupported ? error.message : 'a part of it' };
  }
}

/** Whether a character is one of those that `source` matches, asked once for each. */
function characterTest(flags: string): (source: string) => (character: string) => boolean {
  return (source) => {
    const regex = new RegExp(`^(?:${source})$`, `i${flags}`);
    const known = new Map<string, boolean>();
    return (character) => {
      const before = known.get(character);
      if (before !== undefined) return before;
      const isOf = regex.test(character);
      known.set(character, isOf);
      return isOf;
    };
  };
}
