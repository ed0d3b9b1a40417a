/** What pictures depend on besides the panel: the browser, and how this machine draws the panel's fonts. */
import { createHash } from 'node:crypto';
import type { Browser } from '@playwright/test';

const probe =
  '<body style="margin:8px;font:12px system-ui">Hamburgefonstiv 0123 → ✓<p style="font:11px monospace">access-control-allow-origin: *';

/** Names the rendering: pictures of one name can be compared pixel by pixel, those of two cannot. */
export async function renderingOf(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 400, height: 80 } });
  await page.setContent(probe);
  const drawn = createHash('sha256')
    .update(await page.screenshot())
    .digest('hex');
  await page.close();
  return `chromium-${browser.version().split('.')[0]}-${drawn.slice(0, 8)}`;
}
