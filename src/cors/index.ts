/**
 * The Fetch Standard's CORS protocol and nothing else. In: requests' and responses' headers, methods, origins,
 * credentials modes, a browser profile. Out: whether a preflight is owed, whether it and the response pass, and the
 * reason code where they do not. Imports nothing.
 */
export { type AnswerHeaders, answerHeaders } from './answer-headers.ts';
export { corsCheck } from './cors-check.ts';
export { exposedHeaderNames, isForbiddenResponseHeader, isSafelistedResponseHeader } from './exposed.ts';
export { fetchCors } from './fetch.ts';
export type {
  AnsweredResponse,
  Answerer,
  CacheInUse,
  FailureCause,
  Fetched,
  FetchOutcome,
  PageRequest,
  SentRequest,
} from './fetched.ts';
export { isForbiddenRequestHeader } from './forbidden-header.ts';
export { hasHeader, headerValue, isNamed } from './header-list.ts';
export type { HeaderLine, HeaderLines } from './headers.ts';
export { maxAge } from './max-age.ts';
export { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method.ts';
export { type OriginNearMiss, originNearMiss } from './near-miss.ts';
export { serializeOrigin } from './origin.ts';
export { preflightAsks } from './preflight-asks.ts';
export { type CachedRequest, PreflightCache } from './preflight-cache.ts';
export { allowedHeaderNames, preflightCheck, refusedHeaderNames } from './preflight-check.ts';
export { preflightOwed } from './preflight-owed.ts';
export type { BrowserProfile } from './profile.ts';
export { profiles } from './profiles.ts';
export { type CorsErrorCode, corsErrorCodes, type Refusal } from './reason.ts';
export { isRedirect, isRedirectStatus, locationUrl, methodAfterRedirect } from './redirect.ts';
export { redirectCheck } from './redirect-check.ts';
export { remembered } from './remembered.ts';
export type { Credentials, RequestMode } from './request.ts';
export {
  crossesAlong,
  isCrossOrigin,
  preflightOrigin,
  preflightSkipsCorsCheck,
  requestOrigin,
  taintsAlong,
} from './request-origin.ts';
export { headerTokens, isToken, tokenList } from './tokens.ts';
export { unsafeRequestHeaderNames } from './unsafe-headers.ts';
