import { parseUrl, serializeOrigin } from './origin.ts';
import type { Refusal } from './reason.ts';

/** A redirect of a cors-mode request that is about to be followed. */
export interface RedirectCheckInput {
  /** Serialised origin of the requester. */
  readonly origin: string;
  /** The absolute URL of `Location`. */
  readonly location: string;
  /** The response tainting is "cors" already: this or an earlier URL was of another origin. */
  readonly crossOrigin: boolean;
}

/** Schemes that Chromium's network stack refuses as redirect targets before CORS is asked (`net::ERR_UNSAFE_REDIRECT`). */
const unsafeTargets: ReadonlySet<string> = new Set(['about:', 'blob:', 'data:', 'file:', 'filesystem:']);

/**
 * Why CORS forbids to follow a redirect, or null. Fetch Standard §4.5 "HTTP-redirect fetch". A target that does not parse or that the
 * network refuses by itself is a network error without a CORS reason, so null here as well.
 */
export function redirectCheck({ origin, location, crossOrigin }: RedirectCheckInput): Refusal | null {
  const target = parseUrl(location);
  if (target === null || unsafeTargets.has(target.protocol)) return null;
  // "If locationURL's scheme is not an HTTP(S) scheme, then return a network error."
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    return { code: 'CorsDisabledScheme', parameter: '' };
  }
  // "If request's mode is "cors", locationURL includes credentials, and request's origin is not same origin with locationURL's
  // origin, then return a network error." "If request's response tainting is "cors" and locationURL includes credentials, …"
  const includesCredentials = target.username !== '' || target.password !== '';
  return includesCredentials && (crossOrigin || origin === 'null' || serializeOrigin(location) !== origin)
    ? { code: 'RedirectContainsCredentials', parameter: '' }
    : null;
}
