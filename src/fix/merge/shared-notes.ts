import type { Made } from './merge-notes.ts';
import { satisfied } from './wish.ts';
import { dividedWish } from './write-target.ts';

/** Other APIs that take the same setting from `Globals`. */
export function sharedNotes({ target, wishes }: Made): readonly string[] {
  const { section, global } = target;
  if (section === null) return [];
  const { global: wish } = dividedWish(target, wishes.properties);
  if (wish.entries.length === 0 || (global !== null && satisfied(global, wish))) return [];
  const { sharing } = target;
  return sharing.length === 0
    ? []
    : [`Globals.${section} holds for ${sharing.join(', ')} too, which take over what changes there.`];
}
