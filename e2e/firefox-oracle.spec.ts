/** Our verdict is Firefox's too: fresh random cases of a fixed seed, from `webRequest` and from the Network panel's HAR. */
import { expect, test } from '@playwright/test';
import { judgeInFirefox } from './oracle/firefox.ts';
import { runOracle } from './oracle/run.ts';
import { faultOf } from './oracle/told.ts';

test('250 random cases: nothing is wrong, from either source', async () => {
  const run = await runOracle(judgeInFirefox, 20261122, 250);
  for (const compared of run.compared) {
    expect(compared.faults.map((fault) => faultOf(run, fault))).toEqual([]);
    expect(compared.captured).toBeGreaterThan(200);
    expect(compared.codes.right).toBeGreaterThan(75);
  }
});
