import { type BrowserProfile, profiles } from '../cors/index.ts';
import type { Browser } from './exchange.ts';

/** The profile by which a browser's exchanges are judged; the Standard's own where the browser is not known. */
export function profileOf(browser: Browser): BrowserProfile {
  if (browser === 'chromium') return profiles.chromium;
  return browser === 'firefox' ? profiles.firefox : profiles.standard;
}
