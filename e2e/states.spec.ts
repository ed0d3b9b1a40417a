/** The panel as an ordinary page: every state in every theme and at every size that docking gives it. */
import type { Page, TestInfo } from '@playwright/test';
import { accessibilityFaults } from './fixture.ts';
import { test as base, expect, type Gallery } from './gallery-page.ts';
import { panelStates, themes } from './panel-states.ts';
import { createPictures, type Pictures } from './pictures.ts';

const test = base.extend<{ readonly pictures: Pictures }, { readonly album: (info: TestInfo) => Pictures }>({
  album: [async ({ chrome }, use) => use(await createPictures(chrome)), { scope: 'worker' }],
  pictures: async ({ album }, use, info) => use(album(info)),
});

const atTheSide = { width: 300, height: 600 };

const docked = [
  ['docked at the side at 300 px', atTheSide],
  ['docked at the bottom at 200 px', { width: 1000, height: 200 }],
  // 200 % of a panel of 1000 × 600 px leaves half of the pixels.
  ['at a zoom of 200 %', { width: 500, height: 300 }],
] as const;

/** Parts of the panel that are wider than their place. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    ['html', '.toolbar', '.notices', '.detail .body', '.status-bar', '.empty'].filter((part) => {
      const element = document.querySelector(part);
      return element !== null && element.scrollWidth > element.clientWidth + 1;
    }),
  );

/** Menus and popups that reach beyond the panel. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.popup, .menu, .suggestions')].flatMap((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const fits = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      return fits ? [] : [`${element.className} ${left} ${top} ${right} ${bottom}`];
    }),
  );

for (const { name, scene: of, open } of panelStates) {
  test(`the state ${name} is accessible, looks as it did, and fits wherever DevTools is docked`, async ({
    scene,
    pictures,
  }) => {
    const page = await scene(of, { width: 800, height: 500 });
    await open(page);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await pictures.compare(page, `${name}-${theme}`);
      expect.soft(await accessibilityFaults(page.mainFrame()), theme).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect.soft(await accessibilityFaults(page.mainFrame()), 'forced colours').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    for (const [what, size] of docked) {
      await page.setViewportSize(size);
      expect.soft(await tooWide(page), what).toEqual([]);
      await expect.soft.poll(() => cutOff(page), what).toEqual([]);
      await expect.soft(page.getByTestId('status-bar'), what).toBeInViewport();
      const button = page.getByTestId('empty').locator('button').last();
      if ((await button.count()) === 0) continue;
      await button.scrollIntoViewIfNeeded();
      await expect.soft(button, what).toBeInViewport();
    }
    await page.setViewportSize(atTheSide);
    expect.soft(await accessibilityFaults(page.mainFrame()), 'docked at the side').toEqual([]);
  });
}

test('forced colours keep selection, verdicts and icons apart', async ({ scene }) => {
  const page = await scene('mixed', { forcedColors: 'active' });
  const row = page.getByTestId('exchange').first();
  await row.click();
  expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  expect(await page.locator('.verdict').evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe(
    'solid',
  );
});

test('reduced motion leaves nothing moving', async ({ scene }) => {
  const page = await scene('mixed', { reducedMotion: 'reduce' });
  await page.getByTestId('exchange').first().click();
  await page.getByTestId('tab-fix').click();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the theme follows DevTools while the panel is open', async ({ scene }) => {
  const page = await scene('mixed');
  const colour = (): Promise<string> =>
    page.locator('.panel').evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour()).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => {
    const gallery: Gallery = Reflect.get(globalThis, 'gallery');
    gallery.setTheme('dark');
  });
  expect(await colour()).toBe('rgb(40, 40, 40)');
});

test('the theme follows the system where nothing else is said', async ({ scene }) => {
  const page = await scene('mixed');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.locator('.panel').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(40, 40, 40)',
  );
});

test('nothing shifts while 500 exchanges stream in', async ({ scene }) => {
  const page = await scene('mixed');
  await page.getByTestId('exchange').first().click();
  const boxes = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      ['.toolbar', '.filter-bar', '.list', '.detail', '.status-bar'].map((part) => {
        const box = document.querySelector(part)?.getBoundingClientRect();
        return `${part} ${box?.x} ${box?.y} ${box?.width} ${box?.height}`;
      }),
    );
  const before = await boxes();
  await page.evaluate(() => {
    const gallery: Gallery = Reflect.get(globalThis, 'gallery');
    return gallery.stream(500);
  });
  await expect(page.getByTestId('status-bar')).toContainText('511 / 511');
  expect(await boxes()).toEqual(before);
});
