/**
 * Pictures of the panel, compared with those that were kept in `baselines`. They hold for one rendering only; where none
 * were kept for this machine's, they are attached to the result to be looked at. `npm run baselines` keeps them anew.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { expect } from './gallery-page.ts';
import { renderingOf } from './rendering.ts';

export interface Pictures {
  compare(page: Page, name: string): Promise<void>;
}

export async function createPictures(chrome: Browser): Promise<(info: TestInfo) => Pictures> {
  const rendering = await renderingOf(chrome);
  const isKept = existsSync(resolve('e2e/baselines', rendering));
  let isTold = false;
  return (info) => ({
    async compare(page, name) {
      if (isKept || info.config.updateSnapshots === 'all') {
        await expect.soft(page).toHaveScreenshot([rendering, `${name}.png`]);
        return;
      }
      // So that nobody takes pictures that were not compared for pictures that are right.
      if (!isTold)
        console.log(`[baselines] none are kept for ${rendering}: pictures are attached, and NOT compared`);
      isTold = true;
      await info.attach(name, { body: await page.screenshot(), contentType: 'image/png' });
    },
  });
}
