import { corsCheck } from './cors-check.ts';
import { exposedHeaderNames, readableHeaderNames } from './exposed.ts';
import { type FetchState, initialState, needsPreflight } from './fetch-state.ts';
import type {
  AnsweredResponse,
  Answerer,
  CacheInUse,
  Fetched,
  FetchOutcome,
  PageRequest,
  SentRequest,
} from './fetched.ts';
import { serializeOrigin } from './origin.ts';
import type { CachedRequest } from './preflight-cache.ts';
import { preflightCheck } from './preflight-check.ts';
import type { BrowserProfile } from './profile.ts';
import { isRedirect } from './redirect.ts';
import { followRedirect } from './redirect-step.ts';
import { preflightOrigin, preflightSkipsCorsCheck, requestOrigin } from './request-origin.ts';
import { actualOf, preflightOf } from './sent.ts';

const unanswered: FetchOutcome = { kind: 'failed', cause: 'unanswered' };

/**
 * What a page gets for a request, and which messages that takes: the CORS half of the Fetch Standard's main fetch, HTTP fetch,
 * CORS-preflight fetch and HTTP-redirect fetch over anything that answers requests. At most 21 hops. Without a cache every owed
 * preflight is sent, as with the cache modes `no-store`, `reload` and `no-cache`.
 */
export function fetchCors(
  request: PageRequest,
  answer: Answerer,
  profile: BrowserProfile,
  cached?: CacheInUse,
): Fetched {
  const sent: SentRequest[] = [];
  const send: Answerer = (message) => {
    sent.push(message);
    return answer(message);
  };
  let state = initialState(request, profile);
  let hasNeededPreflight = false;
  for (;;) {
    if ('kind' in state) return { outcome: state, sent };
    const tainted = mainFetch(request, state);
    if ('kind' in tainted) return { outcome: tainted, sent };
    hasNeededPreflight ||= tainted.tainting === 'cors' && needsPreflight(tainted);
    const next = httpFetch(request, tainted, send, profile, cached);
    // Main fetch: "If corsWithPreflightResponse is a network error, then clear cache entries using request."
    if ('kind' in next && next.kind !== 'allowed' && tainted.tainting === 'cors') {
      cached?.cache.failed(keyOf(request, tainted), hasNeededPreflight);
    }
    state = next;
  }
}

/** §4.1 "main fetch", step 12: which response tainting the current URL gets, or why it is not fetched at all. */
function mainFetch({ origin, mode, redirect }: PageRequest, state: FetchState): FetchState | FetchOutcome {
  // "request's current URL's origin is same origin with request's origin, and request's response tainting is "basic""
  const isOwn = origin !== 'null' && serializeOrigin(state.url) === origin && state.tainting === 'basic';
  if (isOwn) return state;
  // "request's mode is "same-origin"": "Return a network error." Chromium has a name for it only where nothing was sent yet.
  if (mode === 'same-origin') {
    return state.urls.length > 1
      ? { kind: 'failed', cause: 'redirect-leaves-origin' }
      : { kind: 'blocked', step: 'request', refusal: { code: 'DisallowedByMode', parameter: '' } };
  }
  if (mode === 'no-cors') {
    // "If request's redirect mode is not "follow", then return a network error."
    const refusal = { code: 'NoCorsRedirectModeNotFollow', parameter: '' } as const;
    return redirect === 'follow'
      ? { ...state, tainting: 'opaque' }
      : { kind: 'blocked', step: 'request', refusal };
  }
  // "request's current URL's scheme is not an HTTP(S) scheme": "Return a network error."
  if (!/^https?:/.test(state.url)) {
    return { kind: 'blocked', step: 'request', refusal: { code: 'CorsDisabledScheme', parameter: '' } };
  }
  return { ...state, tainting: 'cors' };
}

/** §4.4 "HTTP fetch": the end, or the state at the next URL. */
function httpFetch(
  request: PageRequest,
  state: FetchState,
  send: Answerer,
  profile: BrowserProfile,
  cached: CacheInUse | undefined,
): FetchState | FetchOutcome {
  const isCors = state.tainting === 'cors';
  // 4.1 "If makeCORSPreflight is true and one of these conditions is true"
  const known = cached?.cache.matches(keyOf(request, state), cached.now) === true;
  if (isCors && needsPreflight(state) && !known) {
    // 4.1.2 "If preflightResponse is a network error, then return preflightResponse."
    const refused = preflightFetch(request, state, send, profile, cached);
    if (refused !== null) return refused;
  }
  // 4.3 "Set response and internalResponse to the result of running HTTP-network-or-cache fetch given fetchParams."
  const response = send(actualOf(request, state));
  if (response === null) return unanswered;
  // 4.4 "If request's response tainting is "cors" and a CORS check for request and response returns failure"
  if (isCors) {
    const origin = requestOrigin(request.origin, state.urls);
    const refusal = corsCheck({ origin, credentials: request.credentials, headers: response.headers });
    if (refusal !== null) return { kind: 'blocked', step: 'actual', refusal };
  }
  // 6. "If internalResponse's status is a redirect status"
  if (!isRedirect(response.status, response.headers, profile)) return allowed(request, state, response);
  // 6.3 "Switch on request's redirect mode"
  if (request.redirect === 'error') return { kind: 'failed', cause: 'redirect-mode-error' };
  if (request.redirect === 'manual')
    return { kind: 'allowed', type: 'opaqueredirect', response, exposed: [] };
  return followRedirect(request, state, response, profile);
}

/** §4.8 "CORS-preflight fetch", steps 6 to 8: null where the request may go on. */
function preflightFetch(
  request: PageRequest,
  state: FetchState,
  send: Answerer,
  profile: BrowserProfile,
  cached: CacheInUse | undefined,
): FetchOutcome | null {
  const response = send(preflightOf(request, state, profile));
  if (response === null) return unanswered;
  const refusal = preflightCheck(
    {
      ...state,
      ...response,
      origin: preflightOrigin(request.origin, state.urls, profile),
      credentials: request.credentials,
      skipsCorsCheck: preflightSkipsCorsCheck(request.origin, state.url, profile),
    },
    profile,
  );
  if (refusal !== null) return { kind: 'blocked', step: 'preflight', refusal };
  cached?.cache.store(keyOf(request, state), response.headers, cached.now);
  return null;
}

/** §4.1 "main fetch", steps 14.1 and 14.2: the filtered response. */
function allowed(
  { credentials }: PageRequest,
  { tainting }: FetchState,
  response: AnsweredResponse,
): FetchOutcome {
  const { headers } = response;
  if (tainting === 'cors')
    return { kind: 'allowed', type: 'cors', response, exposed: exposedHeaderNames(headers, credentials) };
  return {
    kind: 'allowed',
    type: tainting,
    response,
    exposed: tainting === 'basic' ? readableHeaderNames(headers) : [],
  };
}

function keyOf(
  { origin, credentials, forcesPreflight }: PageRequest,
  { url, method, unsafeHeaders }: FetchState,
): CachedRequest {
  return { origin, url, credentials, method, unsafeHeaders, forced: forcesPreflight };
}
