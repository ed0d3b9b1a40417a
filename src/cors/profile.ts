/**
 * A browser profile: the few measured places where a browser departs from the Fetch Standard. The engine implements the
 * Standard; every departure is one named switch here, so that a verdict follows the browser at hand and a finding can
 * still say what the Standard wants.
 */
export interface BrowserProfile {
  readonly name: 'standard' | 'chromium' | 'firefox';
  /** `Access-Control-Allow-Headers: *` also covers `Authorization` (CORS-preflight fetch step 7.6 says that it must not). */
  readonly wildcardCoversAuthorization: boolean;
  /** Client-hint request headers (`dpr`, `sec-ch-*`, `save-data` …) are treated as safelisted. */
  readonly clientHintsSafelisted: boolean;
  /** A script-set `User-Agent` is ignored and asks for no preflight. */
  readonly userAgentIgnored: boolean;
  /**
   * Bytes from 0x80 up in `Accept` and in `Content-Type` stay safelisted, and whatever stands in the parameters of a content
   * type, as the Standard has it. Firefox is stricter.
   */
  readonly lenientSafelistValues: boolean;
  /** `Range` bounds are read as 64-bit integers, so that one that overflows is unsafe; the Standard knows no greatest number. */
  readonly rangeBoundsAre64Bit: boolean;
  /**
   * Unsafe names are taken once, when the page asks, one for each header it appended: a redirect that strips `Authorization` or a
   * body's headers takes them off `Access-Control-Request-Headers`, but a preflight is still sent (Gecko's
   * `InternalHeaders::GetUnsafeHeaders`, `nsCORSListenerProxy::CheckPreflightNeeded`).
   */
  readonly unsafeNamesFixedAtStart: boolean;
  /** An empty `Location` leads to the response's own URL, as every relative URL is resolved; Chromium takes it for none. */
  readonly emptyLocationRedirects: boolean;
  /** A preflight's redirect is named before its CORS headers are looked at. */
  readonly preflightRedirectNamedFirst: boolean;
  /**
   * The preflight after a tainted redirect carries the real origin, while the actual request carries `null`; a preflight back to
   * the page's own origin is then not asked for its allow-origin.
   */
  readonly preflightKeepsOriginAfterTaint: boolean;
  /** A method that is not allowed is named before a list of header names that does not parse. */
  readonly methodCheckedBeforeHeaderNames: boolean;
  /** Greatest age that the preflight cache keeps, in seconds; null where the Standard leaves it open. */
  readonly maxAgeCap: number | null;
  /** Age used for a max-age that does not parse, in seconds (the Standard and Chromium: 5; Firefox does not cache: 0). */
  readonly unparsableMaxAge: number;
  /** Age used for a negative max-age, in seconds: the Standard's 5, as it does not parse; browsers do not cache. */
  readonly negativeMaxAge: number;
  /** A cached `*` entry satisfies later lookups. */
  readonly cachedWildcardHits: boolean;
  /** A credentialed cache entry also serves requests without credentials. */
  readonly credentialedEntryServesOthers: boolean;
}
