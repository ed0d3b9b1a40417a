/** Our verdict is the browser's: fresh random cases of a fixed seed, from both of our sources. */
import { expect, test } from '@playwright/test';
import { runOracle } from './oracle/run.ts';

test('300 random cases: nothing certain is wrong, and every reason code is Chromium’s', async () => {
  const { har, webRequest } = await runOracle(20261122, 300);
  for (const compared of [har, webRequest]) {
    expect(compared.wrong).toEqual([]);
    expect(compared.codes.wrong).toEqual([]);
    expect(compared.captured).toBeGreaterThan(250);
    expect(compared.codes.right).toBeGreaterThan(150);
  }
});
