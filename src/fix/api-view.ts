import type { ApiIdentity, Policy } from '../gateway/index.ts';
import type { Fix, Proof } from './fix.ts';
import type { LeftOut } from './policy.ts';
import type { PolicyTrace } from './trace.ts';

/** The gateway kinds for which a fix can be written. */
export type FixKind = 'rest' | 'http' | 'function-url';

/** One API with the one policy that its captured exchanges need, and its fixes for each kind, so that the user can switch. */
export interface ApiView {
  readonly identity: ApiIdentity;
  readonly exchangeIds: readonly string[];
  readonly policy: Policy;
  /** For every entry of the policy, the exchanges that asked for it. */
  readonly traces: readonly PolicyTrace[];
  /** What exchanges wanted and no allow-list may hold. */
  readonly leftOut: readonly LeftOut[];
  readonly fixes: Readonly<Record<FixKind, readonly Fix[]>>;
  readonly proofs: Readonly<Record<FixKind, Proof>>;
  /** The kind that the evidence suggests. */
  readonly suggested: FixKind;
}
