import { headerValue, isNamed, trimHttpWhitespace } from './header-list.ts';
import type { HeaderLines } from './headers.ts';
import { parseUrl } from './origin.ts';
import type { BrowserProfile } from './profile.ts';

/** Fetch Standard §2.2.3, "redirect status". 300, 304 and 305 are none. */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** Whether a browser would follow the response: a redirect status with a `Location` that it takes for one. */
export function isRedirect(status: number, headers: HeaderLines, profile: BrowserProfile): boolean {
  if (!isRedirectStatus(status)) return false;
  const location = headerValue(headers, 'location');
  return location !== null && (location !== '' || profile.emptyLocationRedirects);
}

/**
 * Where a redirect leads, absolute and without fragment; null where `Location` does not parse. Fetch Standard §2.2.6 "location URL": a
 * second `Location` makes it fail; the same twice is let pass, as browsers do.
 */
export function locationUrl(url: string, headers: HeaderLines): string | null {
  const [location, ...others] = new Set(
    headers.filter(([name]) => isNamed(name, 'location')).map(([, value]) => trimHttpWhitespace(value)),
  );
  const target = location === undefined || others.length > 0 ? null : parseUrl(location, url);
  if (target === null) return null;
  target.hash = '';
  return target.href;
}

/**
 * The method that the next URL is asked with. Fetch Standard §4.5 "HTTP-redirect fetch", step 12: "status is 301 or 302 and request's
 * method is `POST`", or "status is 303 and request's method is not `GET` or `HEAD`".
 */
export function methodAfterRedirect(status: number, method: string): string {
  if (status === 303) return method === 'HEAD' ? method : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}
