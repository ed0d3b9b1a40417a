import type { Finding, Remedy } from '../diagnosis/index.ts';
import { customisedTypes } from './customised-types.ts';

/** What a fix has to set up besides the policy. From the findings of captured traffic, or from what the user says of an API. */
export interface Circumstances {
  /** An authoriser stands before OPTIONS, or a default one is in use. */
  readonly openAuthorizer: boolean;
  readonly openApiKey: boolean;
  /** OPTIONS must read its request as text, because the API takes every type as binary. */
  readonly textPreflight: boolean;
  /** The gateway's own errors must be readable. */
  readonly errorHeaders: boolean;
  /** Gateway response types that the template customises by themselves. */
  readonly customisedTypes: readonly string[];
  /** A catch-all route takes the preflight away from the gateway. */
  readonly explicitRoutes: boolean;
  /** An authoriser was seen to answer the OPTIONS of such a route. */
  readonly authorizerOnRoute: boolean;
}

export function hasRemedy(findings: readonly Finding[], remedy: Remedy): boolean {
  return findings.some((finding) => finding.remedies.includes(remedy));
}

export function circumstancesOf(findings: readonly Finding[]): Circumstances {
  return {
    openAuthorizer: hasRemedy(findings, 'open-preflight-to-authorizer'),
    openApiKey: hasRemedy(findings, 'open-preflight-to-api-key'),
    textPreflight: hasRemedy(findings, 'text-preflight'),
    errorHeaders:
      hasRemedy(findings, 'gateway-error-headers') || hasRemedy(findings, 'handler-error-headers'),
    customisedTypes: customisedTypes(findings),
    explicitRoutes: hasRemedy(findings, 'explicit-routes'),
    authorizerOnRoute: authorizerAnsweredOptions(findings),
  };
}

/** SAM refuses `Authorizer: NONE` on an API without a default authoriser, so it is written only where one was seen to answer. */
function authorizerAnsweredOptions(findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.remedies.includes('open-preflight-to-authorizer') ||
      (finding.remedies.includes('explicit-routes') &&
        finding.evidence.some(
          ({ message, header, value }) =>
            message === 'preflight-response' && header === ':status' && (value === '401' || value === '403'),
        )),
  );
}
