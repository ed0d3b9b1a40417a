import type { ApiIdentity, Policy } from '../gateway/index.ts';
import type { Fix, Proof } from './fix.ts';

/** The gateway kinds for which a fix can be written. */
export type FixKind = 'rest' | 'http' | 'function-url';

/** One API with the one policy that its captured exchanges need, and its fixes for each kind, so that the user can switch. */
export interface ApiView {
  readonly identity: ApiIdentity;
  readonly exchangeIds: readonly string[];
  readonly policy: Policy;
  readonly fixes: Readonly<Record<FixKind, readonly Fix[]>>;
  readonly proofs: Readonly<Record<FixKind, Proof>>;
  /** The kind that the evidence suggests. */
  readonly suggested: FixKind;
}
