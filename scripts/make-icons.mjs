/** Draws `icons/icon-{16,32,48,128}.png` from `icons/icon.svg` with a headless Chromium: `node scripts/make-icons.mjs`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, root } from './setup.mjs';

const executablePath = await ensureChromium();
const { chromium } = await import('@playwright/test');
const svg = readFileSync(join(root, 'icons', 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const size of [16, 32, 48, 128]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>html, body { margin: 0; background: transparent } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    const path = join(root, 'icons', `icon-${size}.png`);
    await page.screenshot({ path, omitBackground: true });
    console.log(`[icons] icons/icon-${size}.png`);
    await page.close();
  }
} finally {
  await browser.close();
}
