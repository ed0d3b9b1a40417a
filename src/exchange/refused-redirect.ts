import { isRedirect, locationUrl, profiles, type Refusal, redirectCheck } from '../cors/index.ts';
import type { ResponseHead } from './message.ts';

/**
 * Why CORS forbids to follow this response's redirect; null where it is none, or may be followed. `crossOrigin`: the
 * request is cors already; of an unknown requester every target is taken to be of another origin.
 */
export function refusedRedirect(
  url: string,
  { status, headers }: Pick<ResponseHead, 'status' | 'headers'>,
  origin: string | null,
  crossOrigin: boolean,
): Refusal | null {
  // An empty Location, which browsers read differently, leads to where the request was allowed to go already.
  if (!isRedirect(status, headers, profiles.standard)) return null;
  const location = locationUrl(url, headers);
  return location === null ? null : redirectCheck({ origin: origin ?? '', location, crossOrigin });
}
