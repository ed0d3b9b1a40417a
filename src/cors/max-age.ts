import { headerValue } from './header-list.ts';
import type { HeaderLines } from './headers.ts';
import type { BrowserProfile } from './profile.ts';

/** Fetch Standard §4.8 step 7.9: "If max-age is failure or null, then set max-age to 5." */
const defaultMaxAge = 5;

/**
 * Seconds for which a preflight's answer is kept: `Access-Control-Max-Age`, one `delta-seconds`, capped as the browser caps it.
 * 0 is "not kept".
 */
export function maxAge(headers: HeaderLines, profile: BrowserProfile): number {
  const value = headerValue(headers, 'access-control-max-age');
  if (value === null || value === '') return defaultMaxAge;
  if (/^-\d+$/.test(value)) return profile.negativeMaxAge;
  if (!/^\d+$/.test(value)) return profile.unparsableMaxAge;
  // Fetch Standard §4.8 step 7.10: "If max-age is greater than an imposed limit on max-age, then set max-age to the imposed limit."
  return Math.min(Number(value), profile.maxAgeCap ?? Number.MAX_SAFE_INTEGER);
}
