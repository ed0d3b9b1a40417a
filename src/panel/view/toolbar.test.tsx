// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { blockedPreflight } from '../gallery/rest-exchanges.ts';
import { mixed, recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

test('record, clear and keep log are commands; the buttons show the session’s state', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  expect(one('record').getAttribute('aria-pressed')).toBe('true');
  await click(one('record'));
  await click(one('clear'));
  await click(one('keep-log'));
  expect(adapter.commands).toEqual([
    { type: 'record', on: false },
    { type: 'clear' },
    { type: 'keep-log', on: true },
  ]);
  adapter.say({ type: 'state', state: { ...recording, recording: false } });
  await drawn();
  expect(one('record').getAttribute('aria-pressed')).toBe('false');
  expect(one('status-bar').textContent).toContain('paused');
});

test.each([
  ['e', { ctrlKey: true }, { type: 'record', on: false }],
  ['e', { metaKey: true }, { type: 'record', on: false }],
  ['l', { ctrlKey: true }, { type: 'clear' }],
  ['k', { metaKey: true }, { type: 'clear' }],
])('the key %s with %o', async (key, modifiers, command) => {
  const { adapter } = mountFor(resetWith(mixed));
  await press(document.body, key, modifiers);
  expect(adapter.commands).toEqual([command]);
});

test('the plain letters stay for typing', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  await press(one('filter'), 'e');
  await press(one('filter'), 'l');
  expect(adapter.commands).toEqual([]);
});

const secret: typeof blockedPreflight = {
  ...blockedPreflight,
  exchange: {
    ...blockedPreflight.exchange,
    hops: blockedPreflight.exchange.hops.map((hop) => ({
      ...hop,
      url: `${hop.url}?access_token=s3cr3t-value`,
    })),
  },
};

test.each([
  ['json', 'cors-report.json', 'application/json'],
  ['markdown', 'cors-report.md', 'text/markdown'],
  ['html', 'cors-report.html', 'text/html'],
  ['har', 'cors.har', 'application/json'],
])('exports %s redacted, and open only after a clear act', async (format, fileName, mime) => {
  const { saved } = mountFor(resetWith([secret]));
  await click(one('export'));
  await click(one(`export-${format}`));
  expect(all('export-json')).toEqual([]);
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  await click(one('export'));
  await click(one('export-unredacted'));
  await click(one(`export-${format}`));
  await vi.waitFor(() => expect(saved).toHaveLength(2));
  expect(saved.map((file) => [file.fileName, file.mime, file.text.includes('s3cr3t-value')])).toEqual([
    [fileName, mime, false],
    [fileName, mime, true],
  ]);
  await click(one('export'));
  expect(one('export-unredacted')).toHaveProperty('checked', false);
});

test('Esc closes the export menu before the detail', async () => {
  mountFor(resetWith(mixed));
  await click(all('exchange')[0]);
  await click(one('export'));
  await press(document.body, 'Escape');
  expect(all('export-json')).toEqual([]);
  expect(one('detail')).toBeTruthy();
});

test('a chosen HAR goes to the session with its name', async () => {
  const { adapter } = mountFor(resetWith([]));
  const input = one('har-file');
  Object.defineProperty(input, 'files', { value: [new File(['{"log":{}}'], 'orders.har')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn();
  expect(adapter.commands).toEqual([{ type: 'import-file', name: 'orders.har', text: '{"log":{}}' }]);
});
