import type { Exchange, Judgement, Outcome } from '../exchange/index.ts';
import type { GatewayIdentity, GatewayKind } from '../gateway/index.ts';
import type { Fault } from './fault.ts';
import type { Finding, Owner, Severity } from './finding.ts';
import type { HiddenCause } from './hidden-cause.ts';
import type { RefusedCause } from './refused-cause.ts';
import type { Sign } from './signs.ts';
import type { LoadedApi } from './template/loaded.ts';

/** What a rule looks at: one judged exchange, the front door that answered it, and its API's other exchanges. */
export interface Subject {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  readonly gateway: GatewayIdentity;
  /**
   * All judged exchanges of the same API, this one included, in order of time. What an array holds never changes; it may
   * grow at its end.
   */
  readonly siblings: readonly Judged[];
  /** The loaded template's API that the exchange belongs to; null without a template, or where none of its APIs fits. */
  readonly template: LoadedApi | null;
}

/** An exchange with its judgement. */
export interface Judged {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
}

/** What a rule fills in of a finding: the rest comes from its meta. */
export type Found = Pick<Finding, 'title' | 'explanation' | 'evidence'> &
  Partial<Pick<Finding, 'owner' | 'severity' | 'confidence' | 'unverified' | 'remedies' | 'causedBy'>> & {
    /**
     * Where this is the root cause and explains the whole failure: every later error is its symptom, also those that else
     * stand on their own, except of the rules named here.
     */
    readonly leaves?: readonly string[];
  };

/**
 * How the cause and its bytes are known. `standard`: the Fetch Standard or an RFC says so. `measured`: seen in real
 * browsers. `recorded`: a recorded response of real AWS. `documented`: AWS's documentation. `translator`: seen in what SAM's
 * own translator makes. `reported`: users' reports. `inferred`: concluded, seen nowhere.
 */
export type Known =
  | 'standard'
  | 'measured'
  | 'recorded'
  | 'documented'
  | 'translator'
  | 'reported'
  | 'inferred';

/**
 * Why a rule has no scenario of the emulator: it needs real infrastructure (DNS, TLS, an offline machine), only a
 * template shows it, only some captures can show it, or another spec makes it (named in that spec).
 */
export type NoScenario = 'infrastructure' | 'template-only' | 'needs-several-captures' | 'own-spec';

/** One root cause: its meta beside one pure function. The runner and the views know no rule by name. */
export interface Rule {
  readonly id: string;
  readonly meta: {
    readonly severity: Severity;
    readonly owner: Owner;
    readonly summary: string;
    /** For `docs/causes.md`, in words for someone who has never met CORS: what the console and the wire show. */
    readonly symptom: string;
    /** Why it happens. */
    readonly why: string;
    /** What to change, and where. */
    readonly fix: string;
    readonly known: Known;
    readonly links: readonly string[];
    /** Why no end-to-end scenario makes it first in a real browser; absent where one does. */
    readonly noScenario?: NoScenario;
  };
  /** Lower ranks stand nearer to the root; the first error finding is the root cause and others fold under it. */
  readonly rank: number;
  /** The outcomes of which it may have something to say, so that the runner need not ask it of others; absent: all. */
  readonly outcomes?: readonly Outcome[];
  /** Of an exchange that was blocked: the faults of which it may have something to say; absent: any. */
  readonly faults?: readonly Fault[];
  /** What an exchange must show for it to have something to say; absent: nothing in particular. */
  readonly sign?: Sign;
  /** The front doors of which it may have something to say; absent: all. */
  readonly gateways?: readonly GatewayKind[];
  /** The step at which an exchange must be blocked for it to have something to say; absent: any, or none. */
  readonly step?: 'preflight' | 'actual';
  /** What the deciding answer's bytes must say for it to have something to say; null: that they name no cause. Absent: anything. */
  readonly cause?: HiddenCause | RefusedCause | null;
  /** Asked only of exchanges that belong to an API of a loaded template. */
  readonly needsTemplate?: true;
  readonly find: (subject: Subject) => Found | null;
}
