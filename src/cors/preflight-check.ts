import { answerHeaders } from './answer-headers.ts';
import { type CorsCheckCode, corsCheck } from './cors-check.ts';
import type { HeaderLines } from './headers.ts';
import { isSafelistedMethod } from './method.ts';
import type { BrowserProfile } from './profile.ts';
import type { CorsErrorCode, Refusal } from './reason.ts';
import { isRedirect } from './redirect.ts';
import type { Credentials } from './request.ts';
import { tokenList } from './tokens.ts';

/** What is asked of a preflight's answer. `method` and `unsafeHeaders` are those of the actual request, `credentials` its mode. */
export interface PreflightCheckInput {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly method: string;
  /**
   * The first one that is not allowed is named in the refusal. Chromium walks them in an inner order that no capture shows (a hash
   * map's), so that among several refused names its parameter can be another one.
   */
  readonly unsafeHeaders: readonly string[];
  readonly status: number;
  readonly headers: HeaderLines;
  /** See `preflightSkipsCorsCheck`. */
  readonly skipsCorsCheck?: boolean;
}

/**
 * Whether a preflight's answer lets the actual request go: null, or the first reason why not, in the browser's order. Fetch Standard
 * §4.8 "CORS-preflight fetch", step 7 on; a redirect fails there as a status that is not ok, Chromium names it before the CORS check.
 */
export function preflightCheck(input: PreflightCheckInput, profile: BrowserProfile): Refusal | null {
  const { status, headers } = input;
  const isRedirected = isRedirect(status, headers, profile);
  if (isRedirected && profile.preflightRedirectNamedFirst) return redirected;
  // 7. "If a CORS check for request and response returns success and response's status is an ok status"
  const refusal = input.skipsCorsCheck === true ? null : corsCheck(input);
  if (refusal !== null) return { code: preflightCodes[refusal.code], parameter: refusal.parameter };
  if (isRedirected) return redirected;
  if (status < 200 || status > 299) return { code: 'PreflightInvalidStatus', parameter: '' };
  // 7.1 "Let methods be the result of extracting header list values given `Access-Control-Allow-Methods`"; 7.3 failure
  const { acam } = answerHeaders(headers);
  const methods = acam === null ? none : tokenList(acam).tokens;
  if (methods === 'invalid') return { code: 'InvalidAllowMethodsPreflightResponse', parameter: '' };
  // 7.2 "Let headerNames be the result of extracting header list values given `Access-Control-Allow-Headers`"; 7.3 failure
  const listed = allowedHeaderNames(headers);
  const byMethod = methodRefusal(input, methods);
  if (profile.methodCheckedBeforeHeaderNames && byMethod !== null) return byMethod;
  if (listed === 'invalid') return { code: 'InvalidAllowHeadersPreflightResponse', parameter: '' };
  return byMethod ?? headerRefusal(input, listed, profile);
}

const none: readonly string[] = [];
const noNames: ReadonlySet<string> = new Set();

/** What `Access-Control-Allow-Headers` lists, in lower case; `'invalid'` where it does not parse. */
export function allowedHeaderNames(lines: HeaderLines): ReadonlySet<string> | 'invalid' {
  const { acah } = answerHeaders(lines);
  return acah === null ? noNames : tokenList(acah).set;
}

const redirected: Refusal = { code: 'PreflightDisallowedRedirect', parameter: '' };

/**
 * 7.5 "If request's method is not in methods, request's method is not a CORS-safelisted method, and request's credentials mode is
 * "include" or methods does not contain `*`, then return a network error."
 */
function methodRefusal(
  { method, credentials }: PreflightCheckInput,
  methods: readonly string[],
): Refusal | null {
  if (methods.includes(method) || isSafelistedMethod(method)) return null;
  if (credentials !== 'include' && methods.includes('*')) return null;
  return { code: 'MethodDisallowedByPreflightResponse', parameter: method };
}

function headerRefusal(
  input: PreflightCheckInput,
  listed: ReadonlySet<string>,
  profile: BrowserProfile,
): Refusal | null {
  for (const each of input.unsafeHeaders) {
    const name = each.toLowerCase();
    if (isRefused(name, listed, input.credentials, profile))
      return { code: 'HeaderDisallowedByPreflightResponse', parameter: name };
  }
  return null;
}

/**
 * All unsafe header names that the preflight's answer does not allow, in the order given; empty where its
 * `Access-Control-Allow-Headers` does not parse. The browser names only one of them.
 */
export function refusedHeaderNames(input: PreflightCheckInput, profile: BrowserProfile): readonly string[] {
  const listed = allowedHeaderNames(input.headers);
  if (listed === 'invalid') return none;
  return input.unsafeHeaders
    .map((name) => name.toLowerCase())
    .filter((name) => isRefused(name, listed, input.credentials, profile));
}

/**
 * 7.6 "If one of request's header list's names is a CORS non-wildcard request-header name" (`Authorization`) it must be listed
 * itself, which the browsers of today don't ask; 7.7 every other unsafe name must be listed, unless `*` is and the credentials
 * mode is not "include".
 */
function isRefused(
  name: string,
  listed: ReadonlySet<string>,
  credentials: Credentials,
  profile: BrowserProfile,
): boolean {
  if (listed.has(name)) return false;
  const covered = name !== 'authorization' || profile.wildcardCoversAuthorization;
  return !(covered && credentials !== 'include' && listed.has('*'));
}

const preflightCodes = {
  MissingAllowOriginHeader: 'PreflightMissingAllowOriginHeader',
  WildcardOriginNotAllowed: 'PreflightWildcardOriginNotAllowed',
  MultipleAllowOriginValues: 'PreflightMultipleAllowOriginValues',
  InvalidAllowOriginValue: 'PreflightInvalidAllowOriginValue',
  AllowOriginMismatch: 'PreflightAllowOriginMismatch',
  InvalidAllowCredentials: 'PreflightInvalidAllowCredentials',
} as const satisfies Record<CorsCheckCode, CorsErrorCode>;
