import type { Judged, Subject } from './rule.ts';

/** Siblings that a rule looks through: an API may have a hundred thousand, and each of them is diagnosed. */
const most = 100;

/** The latest other exchanges of the same API, at most 100. */
export function nearSiblings({ exchange, siblings }: Subject): readonly Judged[] {
  return siblings.slice(-most).filter((sibling) => sibling.exchange.id !== exchange.id);
}
