import type { Exchange, Judgement, Outcome } from '../exchange/index.ts';
import type { GatewayIdentity } from '../gateway/index.ts';
import type { Finding, Owner, Severity } from './finding.ts';

/** What a rule looks at: one judged exchange, the front door that answered it, and its API's other exchanges. */
export interface Subject {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  readonly gateway: GatewayIdentity;
  /** All judged exchanges of the same API, this one included, in order of time. */
  readonly siblings: readonly Judged[];
}

/** An exchange with its judgement. */
export interface Judged {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
}

/** What a rule fills in of a finding: the rest comes from its meta. */
export type Found = Pick<Finding, 'title' | 'explanation' | 'evidence'> &
  Partial<Pick<Finding, 'owner' | 'severity' | 'confidence' | 'unverified' | 'remedies' | 'causedBy'>>;

/** One root cause: its meta beside one pure function. The runner and the views know no rule by name. */
export interface Rule {
  readonly id: string;
  readonly meta: {
    readonly severity: Severity;
    readonly owner: Owner;
    readonly summary: string;
    readonly links: readonly string[];
  };
  /** Lower ranks stand nearer to the root; the first error finding is the root cause and others fold under it. */
  readonly rank: number;
  /** The outcomes of which it may have something to say, so that the runner need not ask it of others; absent: all. */
  readonly outcomes?: readonly Outcome[];
  readonly find: (subject: Subject) => Found | null;
}
