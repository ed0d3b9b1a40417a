/** Every state that the panel can be met in: a scene of the gallery, and what the user did in it. */
import type { Page } from '@playwright/test';
import { scenes } from '../src/panel/gallery/scenes.ts';

export interface PanelState {
  readonly name: string;
  readonly scene: string;
  readonly open: (page: Page) => Promise<void>;
}

const click = (page: Page, testId: string): Promise<void> => page.getByTestId(testId).first().click();

/** The detail of the exchange in that row, at a tab. */
const detail =
  (row: number, tab: 'diagnosis' | 'headers' | 'fix') =>
  async (page: Page): Promise<void> => {
    await page.getByTestId('exchange').nth(row).click();
    await click(page, `tab-${tab}`);
    if (tab === 'fix') await page.getByTestId('field-origin').waitFor();
  };

const opened: readonly PanelState[] = [
  { name: 'blocked', scene: 'mixed', open: detail(0, 'diagnosis') },
  { name: 'blocked-headers', scene: 'mixed', open: detail(0, 'headers') },
  { name: 'blocked-fix', scene: 'mixed', open: detail(0, 'fix') },
  { name: 'risky', scene: 'mixed', open: detail(3, 'diagnosis') },
  { name: 'allowed', scene: 'mixed', open: detail(4, 'diagnosis') },
  { name: 'cached', scene: 'mixed', open: detail(6, 'diagnosis') },
  { name: 'assumed', scene: 'mixed', open: detail(7, 'diagnosis') },
  { name: 'redirected', scene: 'mixed', open: detail(8, 'diagnosis') },
  { name: 'redirected-headers', scene: 'mixed', open: detail(8, 'headers') },
  { name: 'unreachable', scene: 'mixed', open: detail(9, 'diagnosis') },
  { name: 'pending', scene: 'mixed', open: detail(10, 'diagnosis') },
  { name: 'hostile-open', scene: 'hostile', open: detail(0, 'diagnosis') },
  { name: 'hostile-headers', scene: 'hostile', open: detail(0, 'headers') },
  {
    name: 'why',
    scene: 'mixed',
    async open(page) {
      await detail(0, 'diagnosis')(page);
      await page.getByTestId('why').first().locator('summary').click();
      await page.getByTestId('why').first().locator('p').first().waitFor();
    },
  },
  {
    name: 'template-fix',
    scene: 'template',
    async open(page) {
      await detail(0, 'fix')(page);
      await page.getByTestId('template-diff').waitFor();
    },
  },
  {
    name: 'template-remarks',
    scene: 'template',
    open: (page) => page.getByTestId('template-findings').locator('summary').first().click(),
  },
  { name: 'apis', scene: 'mixed', open: (page) => click(page, 'view-apis') },
  {
    name: 'by-hand',
    scene: 'empty',
    async open(page) {
      await click(page, 'begin-by-hand');
      await page.getByTestId('add-origin').fill('https://app.example/path');
      await page.getByTestId('check').first().waitFor();
    },
  },
  { name: 'export-menu', scene: 'mixed', open: (page) => click(page, 'export') },
  { name: 'settings', scene: 'mixed', open: (page) => click(page, 'settings') },
  {
    name: 'settings-warning',
    scene: 'mixed',
    async open(page) {
      await click(page, 'settings');
      await page.getByTestId('setting-begins').selectOption('deep');
      await click(page, 'setting-credentials');
    },
  },
  { name: 'settings-file-page', scene: 'file-page', open: (page) => click(page, 'settings') },
  {
    name: 'copy-menu',
    scene: 'mixed',
    async open(page) {
      await page.getByTestId('exchange').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'column-menu',
    scene: 'mixed',
    async open(page) {
      await click(page, 'columns');
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'deep-explained', scene: 'mixed', open: (page) => click(page, 'explain-deep') },
  {
    name: 'filter-suggestions',
    scene: 'mixed',
    async open(page) {
      await page.getByTestId('filter').fill('is:');
      await page.getByTestId('suggestions').waitFor();
    },
  },
  {
    name: 'filter-fault',
    scene: 'mixed',
    open: (page) => page.getByTestId('filter').fill('/(/'),
  },
  {
    name: 'no-match',
    scene: 'mixed',
    async open(page) {
      await page.getByTestId('filter').fill('nothing-has-this');
      await page.getByTestId('no-match').waitFor();
    },
  },
];

const settled: Readonly<Record<string, PanelState['open']>> = {
  disconnected: (page) => page.getByTestId('lost').waitFor(),
};

export const panelStates: readonly PanelState[] = [
  ...Object.keys(scenes).map((scene) => ({ name: scene, scene, open: settled[scene] ?? (async () => {}) })),
  ...opened,
];

export const themes = ['light', 'dark'] as const;
