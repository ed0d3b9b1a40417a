import { headerValue, isRedirect, type Refusal, redirectCheck } from '../cors/index.ts';
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
  if (!isRedirect(status, headers)) return null;
  const location = headerValue(headers, 'location') ?? '';
  if (!URL.canParse(location, url)) return null;
  return redirectCheck({ origin: origin ?? '', location: new URL(location, url).href, crossOrigin });
}
