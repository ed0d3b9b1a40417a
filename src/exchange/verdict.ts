import type { CorsErrorCode, Credentials, RequestMode } from '../cors/index.ts';

export type Outcome = 'allowed' | 'blocked' | 'not-cors' | 'network-error' | 'pending';

/** Of the first hop that owed a preflight: was it sent, answered by a cache, or neither? */
export type PreflightState = 'not-needed' | 'sent' | 'cached' | 'missing';

/**
 * What the Fetch Standard, under the browser's profile, says about one exchange.
 * `blocked` has a step and a code; the others have neither.
 */
export interface Verdict {
  readonly outcome: Outcome;
  readonly step: 'preflight' | 'actual' | null;
  readonly code: CorsErrorCode | null;
  readonly parameter: string | null;
  /** The hop at which it was decided. */
  readonly url: string;
  /** `assumed`: a fact that the wire does not carry was inferred, and other values of it would decide otherwise. */
  readonly basis: 'certain' | 'assumed';
  /** What else fits the capture when `basis` is `assumed`; empty when certain. */
  readonly alternatives: readonly (CorsErrorCode | 'allowed' | 'not-cors' | 'network-error')[];
}

/** The judge's answer about one exchange. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly preflight: PreflightState;
  /** What was inferred, or set by hand, of what the wire does not carry; absent where nothing is known. */
  readonly inferred: { readonly credentials?: Credentials; readonly mode?: RequestMode };
  /** Index into `hops` of the hop at which it was decided. */
  readonly hop: number;
  /**
   * CORS-unsafe request-header names (lower case, sorted) that the exchange needs allowed at that hop, and its method:
   * what a policy must hold for it.
   */
  readonly needs: { readonly method: string; readonly headers: readonly string[] };
  /** Differences between the browser and the Standard that decided or nearly decided here. */
  readonly deviations: readonly 'authorization-covered-by-wildcard'[];
  /**
   * Where the browser speaks (deep capture) and says otherwise than we computed without its word: our fault. `computed`
   * is a reason code or `allowed`; `reported` the browser's word, `null` where it refused nothing.
   */
  readonly disagreement: {
    readonly computed: CorsErrorCode | 'allowed';
    readonly reported: string | null;
    /** Where the codes agree and only what they name differs. */
    readonly parameters?: { readonly computed: string; readonly reported: string };
  } | null;
}
