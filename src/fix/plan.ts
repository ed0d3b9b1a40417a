import { isToken } from '../cors/index.ts';
import type { Finding, Remedy } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';

/** What a fix for a REST API sets up. Written out by the emitters and replayed by the proof, so that both speak of one thing. */
export interface RestPlan {
  /**
   * `mock`: SAM's `Cors`, one fixed origin. `handler`: an OPTIONS event whose code answers from a list, because
   * `Cors` can send only one origin. `none`: nobody may be allowed.
   */
  readonly preflight: 'mock' | 'handler' | 'none';
  /** The policy as far as this gateway can say it. */
  readonly policy: Policy;
  readonly openAuthorizer: boolean;
  readonly openApiKey: boolean;
  /** The gateway's own errors must be readable. */
  readonly errorHeadersWanted: boolean;
  /** …and can be: a gateway response holds one fixed origin. */
  readonly gatewayResponses: boolean;
  /** Values that the template's single-quoted strings cannot hold. */
  readonly refused: readonly string[];
}

export function hasRemedy(findings: readonly Finding[], remedy: Remedy): boolean {
  return findings.some((finding) => finding.remedies.includes(remedy));
}

export function planRest(policy: Policy, findings: readonly Finding[]): RestPlan {
  const preflight = policy.origins.length > 1 ? 'handler' : 'mock';
  const refused: string[] = [];
  const keep = (values: readonly string[], fits: (value: string) => boolean): readonly string[] => {
    if (preflight === 'handler') return values;
    refused.push(...values.filter((value) => !fits(value)));
    return values.filter(fits);
  };
  const said: Policy = {
    ...policy,
    origins: keep(policy.origins, isQuotable),
    methods: keep(policy.methods, isQuotableItem),
    headers: keep(policy.headers, isQuotableItem),
  };
  const errorHeadersWanted =
    hasRemedy(findings, 'gateway-error-headers') || hasRemedy(findings, 'handler-error-headers');
  return {
    preflight: said.origins.length === 0 ? 'none' : preflight,
    policy: said,
    openAuthorizer: hasRemedy(findings, 'open-preflight-to-authorizer'),
    openApiKey: hasRemedy(findings, 'open-preflight-to-api-key'),
    errorHeadersWanted,
    gatewayResponses: errorHeadersWanted && said.origins.length === 1,
    refused,
  };
}

/**
 * API Gateway copies these values into mapping expressions, `'…'`, which have no escape for the quote; a header value
 * holds printable ASCII.
 */
function isQuotable(value: string): boolean {
  return /^[\x21-\x26\x28-\x7e]+$/.test(value);
}

/** An item of a comma-joined list must be a token, or it would read as several. */
function isQuotableItem(value: string): boolean {
  return isQuotable(value) && isToken(value);
}
