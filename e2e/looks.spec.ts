/** The real panel at the sizes that docking gives it: nothing cut off, nothing out of reach, in both themes. */
import type { Frame } from '@playwright/test';
import { accessibilityFaults, expect, test } from './fixture.ts';
import type { Inspector } from './inspector.ts';

const scenario = 'rest-authorised-options';

/** Parts of the panel that are wider than their place. */
const tooWide = (panel: Frame): Promise<readonly string[]> =>
  panel.evaluate(() =>
    ['html', '.toolbar', '.notices', '.list', '.detail .body', '.status-bar'].filter((part) => {
      const element = document.querySelector(part);
      return element !== null && element.scrollWidth > element.clientWidth + 1;
    }),
  );

async function withoutFaults(inspector: Inspector, panel: Frame, what: string): Promise<void> {
  expect.soft(await tooWide(panel), what).toEqual([]);
  for (const [theme, shade] of [
    ['default', 'light'],
    ['dark', 'dark'],
  ] as const) {
    await inspector.setTheme(theme);
    await panel.locator(`html[data-theme="${shade}"]`).waitFor();
    expect.soft(await accessibilityFaults(panel), `${what}, ${shade}`).toEqual([]);
  }
}

test('a row keeps its name and cause beside the detail; no size makes it scroll sideways', async ({
  inspect,
}) => {
  const inspector = await inspect(scenario);
  const panel = await inspector.openPanel();
  const row = panel.getByTestId('exchange');
  await row.click();
  for (const width of [1000, 640, 300]) {
    await inspector.resize({ width, height: 600 });
    await withoutFaults(inspector, panel, `${width} px wide`);
    if (width < 600) await panel.getByTestId('close-detail').click();
    for (const part of ['.method', '.status', '.name']) {
      const isCut = row.locator(part).evaluate((cell) => cell.scrollWidth > cell.clientWidth);
      expect.soft(await isCut, `${part} at ${width} px`).toBe(false);
    }
    const cause = row.locator('.cause');
    await expect(cause).toBeInViewport();
    expect
      .soft(await cause.evaluate((cell) => cell.scrollWidth > cell.clientWidth), `cause at ${width} px`)
      .toBe(false);
  }
});

test('the choice for deep capture stays in sight in a low and in a narrow panel', async ({ inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await panel.getByTestId('deep').click();
  for (const size of [
    { width: 1000, height: 230 },
    { width: 300, height: 600 },
  ]) {
    await inspector.resize(size);
    await expect(panel.getByTestId('continue-deep')).toBeInViewport({ ratio: 1 });
    await expect(panel.getByTestId('not-now')).toBeInViewport({ ratio: 1 });
    await withoutFaults(inspector, panel, `${size.width} × ${size.height}`);
  }
});
