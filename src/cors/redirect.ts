import { trimHttpWhitespace } from './header-list.ts';
import type { HeaderLines } from './headers.ts';

/** Fetch Standard §2.2.3, "redirect status". 300, 304 and 305 are none. */
function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** Whether a browser would follow the response: a redirect status with a `Location` that is not empty. */
export function isRedirect(status: number, headers: HeaderLines): boolean {
  return (
    isRedirectStatus(status) &&
    headers.some(([name, value]) => name.toLowerCase() === 'location' && trimHttpWhitespace(value) !== '')
  );
}
