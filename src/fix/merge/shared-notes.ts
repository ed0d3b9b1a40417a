import { readApis } from '../../gateway/index.ts';
import type { Made } from './merge-notes.ts';
import { satisfied } from './wish.ts';
import { dividedWish } from './write-target.ts';

/** Other APIs that take the same setting from `Globals`. */
export function sharedNotes({ template, api, target, wishes }: Made): readonly string[] {
  const { section, global } = target;
  if (section === null) return [];
  const { global: wish } = dividedWish(target, wishes.properties);
  if (wish.entries.length === 0 || (global !== null && satisfied(global, wish))) return [];
  const others = readApis(template)
    .filter(({ kind, logicalId }) => kind === api.kind && logicalId !== api.logicalId)
    .map(({ logicalId }) => logicalId);
  return others.length === 0
    ? []
    : [`Globals.${section} holds for ${others.join(', ')} too, which take over what changes there.`];
}
