/** The panel by keyboard alone: the Network panel's keys, one tab stop per composite, and a focus that is never lost. */
import type { Page } from '@playwright/test';
import { expect, type Gallery, test } from './gallery-page.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    return (
      element.getAttribute('data-testid') ??
      element.closest('[data-testid]')?.getAttribute('data-testid') ??
      element.tagName
    );
  });

const commands = (page: Page) =>
  page.evaluate(() => {
    const gallery: Gallery = Reflect.get(globalThis, 'gallery');
    return gallery.commands.map(({ type }) => type);
  });

test('record, clear and filter have the Network panel’s keys', async ({ scene }) => {
  const page = await scene('mixed');
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Control+l');
  await page.keyboard.press('Meta+k');
  expect(await commands(page)).toEqual(['record', 'clear', 'clear']);
  await page.keyboard.press('Control+f');
  expect(await focused(page)).toBe('filter');
});

test('the toolbar is one tab stop; arrows, Home and End move in it', async ({ scene }) => {
  const page = await scene('mixed');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('record');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('clear');
  await page.keyboard.press('End');
  const last = await focused(page);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('record');
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe(last);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('filter');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe(last);
});

test('Tab goes through the panel in few stops and comes round', async ({ scene }) => {
  const page = await scene('mixed');
  const stops: string[] = [];
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === 'nothing') break;
    stops.push(stop);
  }
  expect(stops).toEqual(['record', 'filter', 'invert', 'pill-all', 'list', 'columns']);
});

test('closing the detail returns the focus to the list, and the row stays', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('detail').waitFor();
  await page.getByTestId('close-detail').click();
  expect(await focused(page)).toBe('list');
  await page.keyboard.press('Enter');
  await page.getByTestId('tab-diagnosis').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('detail')).toHaveCount(0);
  expect(await focused(page)).toBe('list');
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
});

test('Escape closes one thing at a time, and each gives the focus back', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('exchange').first().click();
  await page.getByTestId('explain-deep').click();
  await page.getByTestId('export').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('export-json')).toHaveCount(0);
  await expect(page.getByTestId('detail')).toBeVisible();
  expect(await focused(page)).not.toBe('nothing');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('detail')).toHaveCount(0);
});

test('clearing with the focus in what goes leaves it in the panel', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('exchange').first().click();
  await page.getByTestId('tab-diagnosis').focus();
  await page.evaluate(() => {
    const gallery: Gallery = Reflect.get(globalThis, 'gallery');
    gallery.empty();
  });
  await expect(page.getByTestId('empty')).toBeVisible();
  expect(await focused(page)).toBe('empty');
});

test('traffic does not speak: the live region stays silent while exchanges come in', async ({ scene }) => {
  const page = await scene('mixed');
  await page.evaluate(() => {
    const gallery: Gallery = Reflect.get(globalThis, 'gallery');
    return gallery.stream(100);
  });
  await expect(page.getByTestId('status-bar')).toContainText('111 / 111');
  await expect(page.getByTestId('announcement')).toHaveText('');
});

test('an API’s routes and a field’s entries are one tab stop each, with arrows within', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('view-apis').click();
  const cells = page.getByTestId('api-card').first().getByTestId('method-cell');
  await page.getByTestId('show-api-fix').first().focus();
  await page.keyboard.press('Tab');
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('list-api').nth(1)).toBeFocused();

  await page.getByTestId('show-api-fix').first().click();
  const methods = page.getByTestId('field-method');
  await methods.getByTestId('asked-by').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(methods.getByTestId('remove-entry').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('add-method')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toMatch(/asked-by|remove-entry/);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('per-stage');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('add-origin');
});

test('the detail’s tabs are one stop, and arrows go round in them', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('exchange').first().click();
  await page.getByTestId('tab-diagnosis').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('tab-headers')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('tab-fix')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('tab-diagnosis')).toBeFocused();
});
