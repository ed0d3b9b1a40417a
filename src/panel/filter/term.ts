import type { Key, NameKey, State } from './keys.ts';
import type { StatusRange } from './status-range.ts';

/** A name to look for: quoted, it is taken to the letter. */
export interface NamePattern {
  readonly text: string;
  readonly quoted: boolean;
}

/** Why a term can't be met by anything. */
export type FilterFault =
  | { readonly reason: 'bad-regex'; readonly message: string }
  /** Sound, but it might take for ever. `what` stands in it. */
  | { readonly reason: 'unsupported-regex'; readonly what: string }
  | { readonly reason: 'unknown-state'; readonly value: string }
  | { readonly reason: 'bad-status'; readonly value: string };

export type Condition =
  /** It must occur, in any case. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  /** One of them holds. */
  | { readonly kind: 'is'; readonly states: readonly State[] }
  | { readonly kind: 'status-code'; readonly ranges: readonly StatusRange[] }
  | { readonly kind: 'named'; readonly key: NameKey; readonly patterns: readonly NamePattern[] }
  /** A key whose value is still to be typed asks nothing. */
  | { readonly kind: 'unfinished'; readonly key: Key }
  /** Nothing meets it, negated or not. `text` is what the user wrote. */
  | { readonly kind: 'faulty'; readonly text: string; readonly fault: FilterFault };

export interface Term {
  readonly negative: boolean;
  readonly condition: Condition;
}

/** What the filter box says. An exchange passes when it meets every term. */
export interface Filter {
  readonly terms: readonly Term[];
}
