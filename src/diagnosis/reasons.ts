import type { CorsErrorCode } from '../cors/index.ts';

/** What each of Chromium's reason codes says, one sentence each. */
export const reasons: Readonly<Record<CorsErrorCode, string>> = {
  DisallowedByMode: 'The request’s mode is same-origin, but the URL belongs to another origin.',
  InvalidResponse: 'The response cannot be used for CORS.',
  WildcardOriginNotAllowed:
    'The response allows every origin with `*`, which does not hold for requests with credentials.',
  MissingAllowOriginHeader: 'The response has no Access-Control-Allow-Origin header.',
  MultipleAllowOriginValues: 'Access-Control-Allow-Origin holds several values; only one is allowed.',
  InvalidAllowOriginValue: 'Access-Control-Allow-Origin does not hold an origin.',
  AllowOriginMismatch: 'Access-Control-Allow-Origin names another origin than the page’s.',
  InvalidAllowCredentials:
    'The request includes credentials, and Access-Control-Allow-Credentials is not `true`.',
  CorsDisabledScheme: 'The URL’s scheme cannot be used across origins; only http and https can.',
  PreflightInvalidStatus: 'The preflight was answered with a status outside 200–299.',
  PreflightDisallowedRedirect: 'The preflight was answered with a redirect, which browsers do not follow.',
  PreflightWildcardOriginNotAllowed:
    'The preflight response allows every origin with `*`, which does not hold for requests with credentials.',
  PreflightMissingAllowOriginHeader: 'The preflight response has no Access-Control-Allow-Origin header.',
  PreflightMultipleAllowOriginValues:
    'Access-Control-Allow-Origin on the preflight response holds several values; only one is allowed.',
  PreflightInvalidAllowOriginValue:
    'Access-Control-Allow-Origin on the preflight response does not hold an origin.',
  PreflightAllowOriginMismatch:
    'Access-Control-Allow-Origin on the preflight response names another origin than the page’s.',
  PreflightInvalidAllowCredentials:
    'The request includes credentials, and Access-Control-Allow-Credentials on the preflight response is not `true`.',
  PreflightMissingAllowExternal: 'An older browser demanded consent for a request to a private network.',
  PreflightInvalidAllowExternal: 'An older browser demanded consent for a request to a private network.',
  InvalidAllowMethodsPreflightResponse: 'Access-Control-Allow-Methods cannot be read as a list of methods.',
  InvalidAllowHeadersPreflightResponse:
    'Access-Control-Allow-Headers cannot be read as a list of header names.',
  MethodDisallowedByPreflightResponse: 'The preflight response does not allow the request’s method.',
  HeaderDisallowedByPreflightResponse: 'The preflight response does not allow one of the request’s headers.',
  RedirectContainsCredentials: 'A redirect points to a URL with a user name or password in it.',
  InsecureLocalNetwork: 'A page without https may not call the local network.',
  InvalidLocalNetworkAccess: 'The target’s network is not the one that the call declared.',
  NoCorsRedirectModeNotFollow: 'A no-cors request must follow redirects.',
  LocalNetworkAccessPermissionDenied: 'The user or a policy denied the page access to the local network.',
};

/** Codes that the page's own call brings about, whatever the server says. */
export const clientReasons: ReadonlySet<CorsErrorCode> = new Set([
  'DisallowedByMode',
  'CorsDisabledScheme',
  'InsecureLocalNetwork',
  'InvalidLocalNetworkAccess',
  'NoCorsRedirectModeNotFollow',
  'LocalNetworkAccessPermissionDenied',
]);
