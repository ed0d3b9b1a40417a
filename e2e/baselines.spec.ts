/**
 * Every state of the panel as a picture, compared with the one that was kept. Pictures hold for one rendering only; where
 * none were kept for this machine's, they are attached to the result to be looked at. `npm run baselines` keeps them anew.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from './gallery-page.ts';
import { panelStates, themes } from './panel-states.ts';
import { renderingOf } from './rendering.ts';

/** Told once, so that nobody takes pictures that were not compared for pictures that are right. */
const told = new Set<string>();

for (const { name, scene: of, open } of panelStates) {
  test(`the state ${name} looks as it did`, async ({ scene, chrome }, info) => {
    const rendering = await renderingOf(chrome);
    const isKept = existsSync(resolve('e2e/baselines', rendering)) || info.config.updateSnapshots === 'all';
    if (!isKept && !told.has(rendering))
      console.log(`[baselines] none are kept for ${rendering}: pictures are attached, and NOT compared`);
    told.add(rendering);
    const page = await scene(of, { width: 800, height: 500 });
    await open(page);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      if (isKept) await expect.soft(page).toHaveScreenshot([rendering, `${name}-${theme}.png`]);
      else await info.attach(`${name}-${theme}`, { body: await page.screenshot(), contentType: 'image/png' });
    }
  });
}
