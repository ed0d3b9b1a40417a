/** What the panel makes of its room: few rows where it is wide, whole words where it is narrow, the way to begin where it is low. */
import type { Page } from '@playwright/test';
import { expect, type Gallery, test } from './gallery-page.ts';

const heightOf = (page: Page, part: string): Promise<number> =>
  page.locator(part).evaluate((element) => element.getBoundingClientRect().height);

/** One row of controls with its padding; two need more. */
const oneRow = 32;

test('a wide panel has its controls in one row, the filter between capture and files', async ({ scene }) => {
  for (const [name, width] of [
    ['mixed', 1000],
    ['mixed', 1400],
    ['deep-on', 1200],
  ] as const) {
    const page = await scene(name, { width });
    expect(await heightOf(page, '.toolbar'), `${name} at ${width} px`).toBeLessThanOrEqual(oneRow);
    const [record, filter, settings] = await Promise.all(
      ['record', 'filter', 'settings'].map((id) => page.getByTestId(id).boundingBox()),
    );
    expect(filter?.width ?? 0).toBeGreaterThan(100);
    await expect(page.getByTestId('pill-pending'), 'no pill is cut').toBeInViewport({ ratio: 1 });
    expect(record?.x ?? 0).toBeLessThan(filter?.x ?? 0);
    expect(filter?.x ?? 0).toBeLessThan(settings?.x ?? 0);
  }
});

test('large counts move nothing: the pills scroll within their place', async ({ scene }) => {
  const page = await scene('mixed');
  const counts = page.locator('.pill .count');
  for (const count of await counts.all())
    await count.evaluate((element) => element.replaceChildren('100000'));
  expect(await heightOf(page, '.toolbar')).toBeLessThanOrEqual(oneRow);
  await expect(page.getByTestId('settings')).toBeInViewport({ ratio: 1 });
  await page.getByTestId('pill-pending').focus();
  await expect(page.getByTestId('pill-pending')).toBeInViewport({ ratio: 0.9 });
});

test('what one types into and clicks on stays in its place as counts grow', async ({ scene }) => {
  for (const width of [1000, 1400]) {
    const page = await scene('mixed', { width });
    const places = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        ['.filter-box', '.filter-bar > .switch', '.pill', '.files'].map((part) => {
          const box = document.querySelector(part)?.getBoundingClientRect();
          return `${part} ${box?.x} ${box?.y}`;
        }),
      );
    const before = await places();
    await page.evaluate(() => {
      const gallery: Gallery = Reflect.get(globalThis, 'gallery');
      return gallery.stream(500);
    });
    await expect(page.getByTestId('pill-all')).toContainText('511');
    expect(await places()).toEqual(before);
  }
});

test('docked at the side, the status bar says whole words, and that nothing is recorded', async ({
  scene,
}) => {
  for (const [name, words] of [
    ['mixed', 'Standard'],
    ['paused', 'Standard · paused'],
    ['deep-on', 'Deep'],
  ] as const) {
    const page = await scene(name, { width: 300 });
    const capture = page.getByTestId('capture');
    await expect(capture).toHaveText(words, { useInnerText: true });
    expect(await capture.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  }
});

test('docked at the side with deep capture, the controls above the filter take two rows', async ({
  scene,
}) => {
  const page = await scene('deep-on', { width: 300 });
  const record = await page.getByTestId('record').boundingBox();
  const filter = await page.getByTestId('filter').boundingBox();
  expect((filter?.y ?? 0) - (record?.y ?? 0)).toBeLessThan(2 * oneRow);
});

test('a row of two lines says what it has to say, and no dash', async ({ scene }) => {
  const page = await scene('mixed', { width: 300 });
  await expect(page.locator('.exchange.allowed .cause').first()).toHaveText('', { useInnerText: true });
  await expect(page.locator('.exchange.pending .cause')).toHaveText('Under way', { useInnerText: true });
});

test('docked low, an empty panel shows how to begin without scrolling', async ({ scene }) => {
  for (const [name, id] of [
    ['empty', 'reload'],
    ['paused', 'start-recording'],
    ['file-page', 'begin-import'],
    ['unsupported', 'show-demo'],
  ] as const) {
    const page = await scene(name, { height: 200 });
    await expect(page.getByTestId(id), name).toBeInViewport({ ratio: 1 });
  }
});

test('the boxes of a menu stand in line, ticked or not', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('columns').click();
  const above = await page
    .locator('.menu .mark')
    .evaluateAll((marks) =>
      marks.map(
        (mark) => mark.getBoundingClientRect().y - (mark.parentElement?.getBoundingClientRect().y ?? 0),
      ),
    );
  expect(above.length).toBeGreaterThan(3);
  for (const each of above) expect(each).toBeCloseTo(above[0] ?? 0, 0);
});

test('the empty page for files opens one by its button', async ({ scene }) => {
  const page = await scene('file-page');
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('begin-import').click();
  await (await chooser).setFiles({
    name: 'orders.har',
    mimeType: 'application/json',
    buffer: Buffer.from('{"log": {"entries": []}}'),
  });
  await expect
    .poll(() =>
      page.evaluate(() => {
        const gallery: Gallery = Reflect.get(globalThis, 'gallery');
        return gallery.commands.map(({ type }) => type);
      }),
    )
    .toContain('import-file');
});
