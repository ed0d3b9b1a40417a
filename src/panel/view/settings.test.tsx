// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mixed, recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

const themeShown = (): string | undefined => document.documentElement.dataset.theme;

async function choose(id: string, value: string): Promise<void> {
  const select = one(id);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`${id} is no choice`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn();
}

const chosen = (id: string): unknown => Reflect.get(one(id), 'value');

function mounted(kept: readonly (readonly [string, unknown])[] = []) {
  return mountFor(resetWith(mixed), undefined, null, new Map(kept));
}

test('the theme follows DevTools until one is chosen, and again when that is taken back', async () => {
  const { themes, settings } = mounted();
  const tell = (theme: 'light' | 'dark') => {
    for (const told of themes) told(theme);
  };
  expect(themeShown()).toBe('light');
  tell('dark');
  expect(themeShown()).toBe('dark');
  await click(one('settings'));
  await choose('setting-theme', 'light');
  expect(themeShown()).toBe('light');
  tell('light');
  tell('dark');
  expect(themeShown()).toBe('light');
  expect(settings.get('theme')).toBe('light');
  await choose('setting-theme', 'follow');
  expect(themeShown()).toBe('dark');
});

test('what was set holds from the start', async () => {
  mounted([
    ['theme', 'dark'],
    ['capture', { limit: 50_000, begins: 'deep', keepLog: true }],
    ['include credentials', true],
  ]);
  expect(themeShown()).toBe('dark');
  await click(one('settings'));
  expect(chosen('setting-limit')).toBe('50000');
  expect(chosen('setting-begins')).toBe('deep');
  expect(one('setting-credentials')).toHaveProperty('checked', true);
});

test('what another version or a stranger kept is as at first where it is not understood', async () => {
  mounted([
    ['theme', { dark: true }],
    ['capture', 'deep'],
    ['include credentials', 'yes'],
  ]);
  expect(themeShown()).toBe('light');
  await click(one('settings'));
  expect(chosen('setting-theme')).toBe('follow');
  expect(chosen('setting-limit')).toBe('10000');
  expect(chosen('setting-begins')).toBe('as-left');
  expect(one('setting-credentials')).toHaveProperty('checked', false);
});

test('the limit holds for this capture too, how capture begins only for the next', async () => {
  const { adapter, settings } = mounted();
  await click(one('settings'));
  await choose('setting-limit', '1000');
  await choose('setting-begins', 'deep');
  expect(adapter.commands).toEqual([{ type: 'limit', exchanges: 1_000 }]);
  expect(settings.get('capture')).toEqual({ limit: 1_000, begins: 'deep', keepLog: false });
  expect(one('settings-popup').textContent).toContain('bar that says that it is being debugged');
});

test('Keep log is remembered beside the rest', async () => {
  const { adapter, settings } = mounted([['capture', { limit: 50_000, begins: 'standard' }]]);
  await click(one('keep-log'));
  expect(adapter.commands).toEqual([{ type: 'keep-log', on: true }]);
  expect(settings.get('capture')).toEqual({ limit: 50_000, begins: 'standard', keepLog: true });
});

test('credentials that are always included are warned of, and exports begin so', async () => {
  mounted();
  await click(one('settings'));
  await click(one('setting-credentials'));
  expect(one('settings-popup').textContent).toContain('whoever gets one can use what is in it');
  await click(one('export'));
  expect(one('export-unredacted')).toHaveProperty('checked', true);
});

test('everything goes back to how it was at first', async () => {
  const { adapter, settings } = mounted([
    ['theme', 'dark'],
    ['capture', { limit: 1_000, begins: 'deep', keepLog: true }],
    ['include credentials', true],
  ]);
  await click(one('settings'));
  await click(one('reset-settings'));
  expect(themeShown()).toBe('light');
  expect(settings.get('capture')).toEqual({ limit: 10_000, begins: 'as-left', keepLog: false });
  expect(settings.get('include credentials')).toBe(false);
  expect(chosen('setting-limit')).toBe('10000');
  expect(adapter.commands).toEqual([
    { type: 'limit', exchanges: 10_000 },
    { type: 'keep-log', on: false },
  ]);
});

test('Escape closes the settings and gives the gear the focus; the detail stays', async () => {
  mounted();
  await click(all('exchange')[0]);
  await click(one('settings'));
  await press(one('setting-theme'), 'Escape');
  expect(all('settings-popup')).toEqual([]);
  expect(document.activeElement).toBe(one('settings'));
  expect(all('detail')).toHaveLength(1);
});

test.each(['settings', 'export'])('turning to something else closes the popup of %s', async (button) => {
  mounted();
  const isOpen = () => one(button).getAttribute('aria-expanded');
  await click(one(button));
  one(button).dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await drawn();
  expect(isOpen()).toBe('true');
  one('list').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await drawn();
  expect(isOpen()).toBe('false');
  await click(one(button));
  one('filter').focus();
  await drawn();
  expect(isOpen()).toBe('false');
});

test('what another panel set meanwhile is shown when the settings open, and is not undone', async () => {
  const { settings } = mounted();
  settings.set('capture', { limit: 100_000, begins: 'as-left', keepLog: true });
  await click(one('settings'));
  expect(chosen('setting-limit')).toBe('100000');
  await choose('setting-begins', 'standard');
  expect(settings.get('capture')).toEqual({ limit: 100_000, begins: 'standard', keepLog: true });
});

test('only what a page for files has is offered there, and deep capture only where it can be', async () => {
  const { adapter } = mountFor(resetWith([], { capture: 'none', deep: 'unavailable' }));
  await click(one('settings'));
  expect(all('setting-limit')).toEqual([]);
  expect(all('setting-begins')).toEqual([]);
  expect(one('setting-theme').textContent).toContain('As the system');
  adapter.say({ type: 'state', state: { ...recording, deep: 'unavailable' } });
  await drawn();
  expect(all('setting-limit')).toHaveLength(1);
  expect(all('setting-begins')).toEqual([]);
});
