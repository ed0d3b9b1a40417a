/** Scenarios that no change to a template and its handler mends, and what the fix must say of each instead of calling it proven. */

export interface Untouched {
  /** What the fix says of it; at a server that is no API, of the snippets. */
  readonly says: RegExp;
  /** Whether the page still fails with every CORS setting right. */
  readonly stillFails: boolean;
}

const before = (says: RegExp): Untouched => ({ says, stillFails: true });
/** The policy is right, and the server is another's. */
const elsewhere: Untouched = { says: /Not known to be API Gateway/, stillFails: false };

export const untouched: Readonly<Record<string, Untouched>> = {
  'rest-no-stage': before(/The URL probably lacks its stage/),
  'rest-policy-options': before(/May still fail: .*A resource policy probably denies OPTIONS/),
  'rest-throttled-options': before(/The request was throttled/),
  'other-preflight-redirect': before(/The preflight is redirected \(301\)/),
  'other-cdn-options': before(/CloudFront refuses OPTIONS/),
  'other-cdn-error': before(/CloudFront refused the request/),
  'other-cdn-cached': before(/CloudFront’s cache holds this answer for another origin/),
  'other-no-allow-origin': elsewhere,
  'other-preflight-no-allow-origin': elsewhere,
  'other-preflight-status': elsewhere,
};
