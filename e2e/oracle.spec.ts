/** Our verdict is the browser's: fresh random cases of a fixed seed, from all of our sources. */
import { expect, test } from '@playwright/test';
import { judgeInChromium } from './oracle/chromium.ts';
import { runOracle } from './oracle/run.ts';
import { faultOf } from './oracle/told.ts';

test('300 random cases: nothing is wrong, from any source', async () => {
  const run = await runOracle(judgeInChromium, 20261122, 300);
  for (const compared of run.compared) {
    expect(compared.faults.map((fault) => faultOf(run, fault))).toEqual([]);
    expect(compared.captured).toBeGreaterThan(250);
    expect(compared.codes.right).toBeGreaterThan(100);
  }
});
