/**
 * How sure a fact is that the wire need not carry. `proven`: a message or the browser says so. `inferred`: concluded from
 * other signs, and could be otherwise. `by-hand`: the user's word. `unknown`: nothing tells, and nothing was concluded.
 */
export type Basis = 'proven' | 'inferred' | 'by-hand' | 'unknown';

/** One such fact; `ground` is what it was taken from. */
export interface Fact<Value, Ground> {
  readonly value: Value | null;
  readonly basis: Basis;
  readonly ground: Ground;
}
