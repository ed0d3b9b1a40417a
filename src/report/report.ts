import type { CorsErrorCode, Credentials, HeaderLines, RequestMode } from '../cors/index.ts';
import type { Evidence, Owner, Severity } from '../diagnosis/index.ts';
import type {
  Browser,
  CallFrame,
  Exchange,
  ManualSettings,
  Outcome,
  PreflightState,
  Requester,
  ResourceType,
  SourceKind,
} from '../exchange/index.ts';
import type { Fix, LeftOut, PolicyTrace, Proof } from '../fix/index.ts';
import type { GatewayIdentity, GatewayKind, Policy } from '../gateway/index.ts';
import type { FactName } from './inference-words.ts';

/** A request head and what came back. Bodies are never part of a report. */
export interface ReportedMessages {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: HeaderLines;
    readonly headersKnown: boolean;
  };
  readonly response: {
    readonly status: number;
    readonly headers: HeaderLines;
    readonly fromCache: boolean;
  } | null;
  readonly error: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}

export interface ReportedHop {
  readonly url: string;
  readonly preflight: ReportedMessages | null;
  readonly actual: ReportedMessages | null;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly title: string;
  readonly explanation: string;
  readonly confidence: 'certain' | 'likely';
  readonly unverified: boolean;
  readonly causedBy: string | null;
  readonly evidence: readonly Evidence[];
}

export interface ReportedExchange {
  readonly id: string;
  readonly origin: string | null;
  readonly resourceType: ResourceType;
  /** The first hop as the page made it. */
  readonly request: { readonly method: string; readonly url: string; readonly headers: HeaderLines };
  readonly hops: readonly ReportedHop[];
  readonly preflight: PreflightState;
  /** An earlier preflight that a cache may have answered with; see `Exchange.cachedPreflight`. */
  readonly cachedPreflight: ReportedMessages | null;
  readonly verdict: {
    readonly outcome: Outcome;
    readonly step: 'preflight' | 'actual' | null;
    readonly code: CorsErrorCode | null;
    readonly parameter: string | null;
    readonly url: string;
    readonly basis: 'certain' | 'assumed';
    readonly alternatives: readonly (CorsErrorCode | 'allowed' | 'not-cors' | 'network-error')[];
  };
  /** The browser's own word; `known` is false for a code that this version does not know. */
  readonly reported: { readonly code: string; readonly known: boolean; readonly parameter: string } | null;
  /** Where the browser speaks and says otherwise than was computed; `reported` null: it refused nothing. */
  readonly disagreement: { readonly computed: string; readonly reported: string | null } | null;
  readonly source: SourceKind;
  readonly browser: Browser;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly state: Exchange['state'];
  /** The source itself proves that credentials were included. */
  readonly provenInclude: boolean;
  /** The browser was seen to let the page have the last response. */
  readonly passed: boolean;
  /** The source shows all heads that were sent and answered. */
  readonly headsShown: boolean;
  /** What the user set by hand. */
  readonly settings: ManualSettings;
  /** Who stopped it, in the browser's word (`csp`, `mixed-content`, …). */
  readonly blockedReason: string | null;
  readonly fromServiceWorker: boolean;
  readonly requester: Requester;
  /** The browser did not tell the tab: it was taken to be the inspected one. */
  readonly tabInferred: boolean;
  /** The script's call, innermost frame first; lines and columns from 1. */
  readonly call: readonly CallFrame[];
  /** The capture was over before the request was: how it ended is not known. */
  readonly unfinished: boolean;
  readonly error: string | null;
  readonly inferred: { readonly credentials?: Credentials; readonly mode?: RequestMode };
  /** How each fact is known that was inferred or set by hand; what a message or the browser proves is left out. */
  readonly inference: readonly ReportedFact[];
  readonly gateway: GatewayIdentity;
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFact {
  readonly fact: FactName;
  readonly value: string;
  readonly basis: 'inferred' | 'by-hand';
  /** What it was taken from; empty where it was set by hand. */
  readonly because: string;
}

export interface ReportedTrace extends Omit<PolicyTrace, 'exchangeIds'> {
  /** Ids of the first of them, at most 50; `count` counts all. */
  readonly exchanges: readonly string[];
}

export interface ReportedApi {
  readonly id: string;
  readonly gateway: GatewayKind;
  readonly base: string;
  readonly exchanges: readonly string[];
  readonly policy: Policy;
  /** For every entry of the policy, the exchanges that asked for it. */
  readonly traces: readonly ReportedTrace[];
  /** What exchanges wanted and no allow-list may hold. */
  readonly leftOut: readonly LeftOut[];
  /** For the gateway kind that the evidence suggests. */
  readonly fixes: readonly Omit<Fix, 'handler'>[];
  readonly proof: Proof;
}

/** The report, version 1; its JSON Schema is `docs/report.schema.json`. Fields may be added without a new version. */
export interface Report {
  readonly schema: 'cors-inspector/report/1';
  readonly generator: { readonly name: string; readonly version: string };
  /** Whether credentials were replaced by `REDACTED`. */
  readonly redacted: boolean;
  readonly source: { readonly kind: SourceKind; readonly browser?: string };
  /** How many were captured, where `exchanges` are a part of them: `apis` are made from all. Absent: all are here. */
  readonly captured?: number;
  readonly exchanges: readonly ReportedExchange[];
  readonly apis: readonly ReportedApi[];
  /** The SAM template beside the capture; null or absent where none was loaded. */
  readonly template?: ReportedTemplate | null;
}

export interface ReportedTemplate {
  readonly name: string;
  /** What it says by itself, whatever was captured. */
  readonly findings: readonly ReportedFinding[];
  /** Oddities of its text; lines and columns from 1. */
  readonly warnings: readonly { readonly line: number; readonly column: number; readonly text: string }[];
}
