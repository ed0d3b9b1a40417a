/** What any browser hands back for a list of cases: what it decided, and what our sources captured of it. */
import type { CorsErrorCode } from '../../src/cors/index.ts';
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import type { OracleCase } from './case.ts';

/** What reached the server at one hop of one step. */
export interface HopSeen {
  readonly preflights: number;
  readonly requests: number;
}

/** What the script got of one request. */
export interface Seen {
  /** read: the script can read the response. opaque: no-cors, or a redirect that it follows itself. failed: rejected. */
  readonly seen: 'read' | 'opaque' | 'failed';
  /** 0 where the script could not read it. */
  readonly status: number;
  /** Lower-case sorted names of the headers that the script could read; null where the API shows none. */
  readonly readable: readonly string[] | null;
}

/** The truth about one request of a case. */
export interface StepTruth extends Seen {
  /** By hop. */
  readonly hops: readonly HopSeen[];
  /** The browser's own word on why it refused, where it gives one. */
  readonly reported: { readonly code: CorsErrorCode; readonly parameter: string } | null;
  /** Where the browser's word is coarser than a reason code (Firefox's console): the codes for which it may stand. */
  readonly reasons?: readonly CorsErrorCode[] | null;
}

/** The truth about one case, request by request. */
export interface Truth {
  /** Whether the browser gives its reasons (`reported`): then a failure without one is no CORS matter. */
  readonly speaks: boolean;
  /** The browser shows what decides here to none of its extensions: not judged, but counted. */
  readonly hidden?: true;
  readonly steps: readonly StepTruth[];
}

/** What the product made of one source's capture of the whole run. */
export interface Capture {
  readonly name: string;
  readonly diagnosed: readonly Diagnosed[];
  /** Cases that this source shows as nothing that could be told from what is no exchange: not judged, but counted. */
  readonly blindTo?: (own: OracleCase, truth: Truth) => boolean;
}

export interface JudgedRun {
  /** How long the browser took to issue all cases. */
  readonly seconds: number;
  /** By case number. */
  readonly truths: readonly Truth[];
  readonly captures: readonly Capture[];
}

/** Has a real browser issue the cases against local servers, captured by our sources. */
export type JudgeInBrowser = (cases: readonly OracleCase[]) => Promise<JudgedRun>;
