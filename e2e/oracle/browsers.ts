import type { JudgeInBrowser } from './browser.ts';
import { judgeInChromium } from './chromium.ts';
import { judgeInFirefox } from './firefox.ts';

/** The browsers that can judge, by the name on the command line. */
export const judges: ReadonlyMap<string, JudgeInBrowser> = new Map([
  ['chromium', judgeInChromium],
  ['firefox', judgeInFirefox],
]);
