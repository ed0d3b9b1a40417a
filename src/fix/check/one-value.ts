import { error, type FieldCheck } from './field-check.ts';
import { bare, longestText, piecesOf } from './pieces.ts';

/** How one kind of value is checked. */
export interface ValueKind {
  /** The faults that every kind can have, each one sentence. */
  readonly empty: string;
  readonly tooLong: string;
  readonly several: string;
  readonly quotes: string;
  /** Checks what stands alone, without anything around it. */
  readonly check: (value: string) => FieldCheck;
}

/** Checks a text that should be one value: several, none, quotes around it; then the value itself. */
export function checkOneValue(text: string, kind: ValueKind): FieldCheck {
  const pieces = piecesOf(bare(text.slice(0, longestText)));
  if (pieces?.length === 0) return error('empty', kind.empty);
  if (text.length > longestText) return error('too-long', kind.tooLong);
  const [only = '', another] = pieces ?? [];
  if (pieces === null || another !== undefined) {
    const mended = pieces?.map((piece) => mendedValues(piece, kind)) ?? [null];
    const all = mended.filter((each) => each !== null);
    // Offered only where none would be lost unseen.
    return error('several', kind.several, all.length < mended.length ? null : [...new Set(all.flat())]);
  }
  if (only !== text) return error('quotes', kind.quotes, mendedValues(only, kind));
  return kind.check(text);
}

/** What to write for a value: itself where no error is in it, else what its check offers; null where no one can tell. */
function mendedValues(text: string, { check }: ValueKind): readonly string[] | null {
  const { level, instead, reason } = check(text);
  if (level !== 'error') return reason === 'header-case' ? instead : [text];
  return instead;
}
