// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';
import { setIncludesCredentials } from '../model/redaction.ts';

/** The panel with a clipboard that remembers. */
function mounted() {
  const copied: string[] = [];
  const panel = mountFor(resetWith(mixed), async (text) => void copied.push(text));
  return { ...panel, copied };
}

async function openOn(row: HTMLElement | undefined): Promise<void> {
  row?.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 9, clientY: 9 }),
  );
  await drawn();
}

const labels = (): readonly (string | null)[] =>
  all('menu')[0]
    ? [...one('menu').querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent)
    : [];

test('a row’s menu offers what the row has', async () => {
  mounted();
  await openOn(all('exchange')[0]);
  expect(labels()).toContain('Copy as cURL (bash)');
  expect(one('menu').contains(document.activeElement)).toBe(true);
  expect(all('exchange')[0]?.getAttribute('aria-selected')).toBe('true');
});

test('each thing that is chosen is copied, the menu goes, and the focus is back on the list', async () => {
  const { copied } = mounted();
  await openOn(all('exchange')[0]);
  await click(one('copy-curl-bash'));
  await vi.waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).toMatch(/^(?:# .*\n)*curl -i '/);
  expect(all('menu')).toEqual([]);
  expect(document.activeElement).toBe(one('list'));
  await vi.waitFor(() => expect(one('announcement').textContent).toBe('Copied as cURL (bash)'));
});

test('all listed is what the filter lets through', async () => {
  const { copied } = mounted();
  const count = all('exchange').length;
  const filter = one('filter');
  if (!(filter instanceof HTMLInputElement)) throw new Error('no filter');
  filter.value = 'is:blocked';
  filter.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  const listed = all('exchange').length;
  expect(listed).toBeLessThan(count);
  await openOn(all('exchange')[0]);
  await click(one('copy-listed-har'));
  await vi.waitFor(() => expect(copied).toHaveLength(1));
  const ids = new Set(
    JSON.parse(copied[0] ?? '').log.entries.map(
      (entry: { _corsInspector: { exchange: string } }) => entry._corsInspector.exchange,
    ),
  );
  expect(ids.size).toBe(listed);
});

test('Escape and Tab close the menu and leave the detail as it was', async () => {
  mounted();
  await click(all('exchange')[0]);
  for (const key of ['Escape', 'Tab']) {
    await openOn(all('exchange')[0]);
    await press(one('copy-url'), key);
    expect(all('menu')).toEqual([]);
    expect(all('detail')).toHaveLength(1);
    expect(document.activeElement).toBe(one('list'));
  }
});

test('the menu key opens it on the row with the cursor, and on none where none has it', async () => {
  mounted();
  await press(one('list'), 'F10', { shiftKey: true });
  expect(all('menu')).toEqual([]);
  await press(one('list'), 'ArrowDown');
  await press(one('list'), 'F10', { shiftKey: true });
  expect(all('menu')).toHaveLength(1);
});

test('a click elsewhere closes it', async () => {
  mounted();
  await openOn(all('exchange')[0]);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  await drawn();
  expect(all('menu')).toEqual([]);
});

test('a clipboard that refuses is told', async () => {
  mountFor(resetWith(mixed), () => Promise.reject(new Error('no')));
  await openOn(all('exchange')[0]);
  await click(one('copy-url'));
  await vi.waitFor(() => expect(one('announcement').textContent).toBe('Copy failed'));
});

test('credentials are asked for each time, unless the settings say that they always go along', async () => {
  const { settings } = mounted();
  const isChecked = (): string | null => one('copy-unredacted').getAttribute('aria-checked');
  await openOn(all('exchange')[0]);
  await click(one('copy-unredacted'));
  expect(isChecked()).toBe('true');
  await press(one('copy-unredacted'), 'Escape');
  await openOn(all('exchange')[0]);
  expect(isChecked()).toBe('false');
  await press(one('copy-unredacted'), 'Escape');
  setIncludesCredentials(settings, true);
  await openOn(all('exchange')[0]);
  expect(isChecked()).toBe('true');
  await press(one('copy-unredacted'), 'Escape');
  await click(one('export'));
  expect(one('export-unredacted')).toHaveProperty('checked', true);
});
