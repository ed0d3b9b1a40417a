import type { CorsErrorCode } from '../../cors/index.ts';
import type { Proof } from '../fix.ts';
import type { Stranger } from '../strangers.ts';

/** Why a captured exchange still fails with the template as it is. */
export type Failing =
  /** No route of the template takes the method on the path. */
  | 'no-route'
  /** Nothing answers OPTIONS there. */
  | 'options-not-taken'
  /** An authorizer or an API key stands before OPTIONS. */
  | 'options-guarded'
  /** OPTIONS goes to code, which does not answer it as CORS asks. */
  | 'options-by-handler'
  /** The origin is one that no list should hold. */
  | 'origin-left-out'
  /** SAM's `Cors` of a REST API sends one fixed origin, and this is another. */
  | 'one-origin'
  /** The template's CORS setting does not allow it. */
  | 'not-allowed'
  /** The function's own answer lacks what a browser asks for, or has it twice. */
  | 'handler'
  /** A REST API's own 413 carries no CORS header, whatever is configured. */
  | 'too-large'
  /** The gateway's own error carries no fitting CORS header. */
  | 'gateway-error'
  /** It rests on a text that the template does not tell. */
  | 'value-unknown'
  /** Something before every CORS setting refuses it: a limit, a firewall, an edge. */
  | 'beyond-settings';

/** Exchanges that fail alike. */
export interface TemplateFailure {
  readonly why: Failing;
  readonly step: 'preflight' | 'actual';
  /** Null where no browser would refuse it, and yet nothing of the template takes it. */
  readonly code: CorsErrorCode | null;
  readonly parameter: string;
  readonly origin: string;
  readonly method: string;
  /** The path as it was called; a stranger's. */
  readonly path: string;
  readonly count: number;
  /** What it is that no setting changes, in words. */
  readonly beyond?: string;
}

/** A stranger that got in, and by whom. */
export interface Admitted {
  readonly what: Stranger['what'];
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
  readonly by: 'template' | 'handler';
}

/** The captured exchanges replayed, on paper, against an API as a template writes it. */
export interface TemplateProof extends Proof {
  readonly failures: readonly TemplateFailure[];
  readonly admitted: readonly Admitted[];
  /** Exchanges whose outcome rests on a text or a condition that the template does not tell. */
  readonly restsOnUnknown: number;
  /** Exchanges of which the capture does not show what the code behind the API answers: it was taken to do right. */
  readonly restsOnUnseen: number;
  /** Parameters that were taken by their defaults. */
  readonly assumes: readonly string[];
  /** What may refuse some of those that pass, whatever the template says: findings' titles. */
  readonly mayFail: readonly string[];
}

/** Nothing fails, and no stranger gets in. */
export const holds = ({ failed, strangersAccepted }: Proof): boolean =>
  failed === 0 && strangersAccepted === 0;
