export type Severity = 'error' | 'warning' | 'info';
export type Owner = 'gateway' | 'handler' | 'integration' | 'cdn' | 'client' | 'network';

/** One observation that a finding rests on. Values are the wire's own, untrusted. */
export interface Evidence {
  readonly message:
    | 'preflight-request'
    | 'preflight-response'
    | 'actual-request'
    | 'actual-response'
    | 'template';
  readonly hop?: number;
  /** Line in the template, from 1. */
  readonly line?: number;
  /** Column in the template, from 1. */
  readonly column?: number;
  /** Header name in lower case, or `:status`. */
  readonly header?: string;
  readonly value?: string;
  readonly note?: string;
}

/** What a remedy must achieve; `src/fix` reads these and knows no rule by name. */
export type Remedy =
  | 'allow-origin-in-handler'
  | 'handler-error-headers'
  | 'cors-configuration'
  | 'open-preflight-to-authorizer'
  | 'open-preflight-to-api-key'
  /** OPTIONS must read its request as text: the API takes every type as binary. */
  | 'text-preflight'
  | 'gateway-error-headers'
  | 'explicit-routes'
  | 'single-header-owner'
  | 'map-integration-response'
  | 'mend-handler'
  | 'mend-client'
  /** Send less: the server can allow it, and the page may not need it. */
  | 'trim-request'
  /**
   * Nothing of CORS: what refuses the request stands before every CORS setting of the API. Beside other remedies of an API:
   * perhaps, for the bytes do not tell.
   */
  | 'beyond-settings'
  | 'none';

/** One diagnosis. `title` and `explanation` are plain text; header values in them are quoted. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly title: string;
  readonly explanation: string;
  readonly confidence: 'certain' | 'likely';
  /** Rests on AWS behaviour that was not recorded. */
  readonly unverified: boolean;
  /** The rule of which this is only a symptom. */
  readonly causedBy: string | null;
  readonly evidence: readonly Evidence[];
  readonly remedies: readonly Remedy[];
}
