import { headerValue, serializeOrigin } from '../cors/index.ts';
import type { HarEntry } from './har-entry.ts';

const loopback = /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/i;

/** The requester's URL as an entry that never saw the network tells it: its referrer, its origin (Firefox), else its page. */
function requesterUrl({ requestHeaders }: HarEntry, page: string): string {
  const origin = headerValue(requestHeaders, 'origin');
  return headerValue(requestHeaders, 'referer') || (origin === 'null' ? null : origin) || page;
}

/**
 * The requester's origin of an entry without the network's own headers, `Origin` among them: one that the browser
 * stopped, or that a service worker answered. Null for any other, and where nothing tells.
 */
export function unseenInitiator(entry: HarEntry, page: string): string | null {
  if (!entry.neverSent && !entry.fromServiceWorker) return null;
  const url = requesterUrl(entry, page);
  return URL.canParse(url) ? serializeOrigin(url) : null;
}

/**
 * What an entry tells of its failure. Chrome's HAR leaves out CDP's `blockedReason`. Of a request stopped before the
 * network only the schemes tell: an http URL on an https page is mixed content (loopback is excepted), and otherwise the
 * page's Content Security Policy is what commonly stops one.
 */
export function failureOf(
  entry: HarEntry,
  page: string,
): { readonly error: string; readonly blockedReason?: string } {
  const error = entry.neverSent ? '' : (entry.error ?? '');
  if (!entry.neverSent || !/^https?:/i.test(entry.url) || !URL.canParse(entry.url)) return { error };
  const target = new URL(entry.url);
  const isMixed =
    /^https:/i.test(requesterUrl(entry, page)) &&
    target.protocol === 'http:' &&
    !loopback.test(target.hostname);
  return { error, blockedReason: isMixed ? 'mixed-content' : 'csp' };
}
