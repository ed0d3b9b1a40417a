// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { mixed, recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';
import { mountPanel } from '../panel.tsx';

test('an empty panel says how to begin, what it cannot show, and offers Reload', async () => {
  const { adapter } = mountFor(resetWith([]));
  expect(one('empty').querySelectorAll('li')).toHaveLength(3);
  expect(one('empty').textContent).toContain('Requests from before DevTools was opened aren’t here.');
  expect(one('empty').textContent).toMatch(/template/i);
  await click(one('reload'));
  expect(adapter.commands).toEqual([{ type: 'reload' }]);
});

test('with recording off it offers to record', async () => {
  const { adapter } = mountFor(resetWith([], { recording: false }));
  expect(one('empty').textContent).toContain('Recording is off');
  await click(one('start-recording'));
  expect(adapter.commands).toEqual([{ type: 'record', on: true }]);
});

test('without a live capture there is no page to reload', () => {
  mountFor(resetWith([], { capture: 'none' }));
  expect(all('reload')).toEqual([]);
  expect(one('empty').textContent).toContain('drop a HAR');
});

test('a notice leaves what was captured, can be dismissed, and comes back when it is news', async () => {
  const notice = 'orders.har: not JSON at line 3.';
  const { adapter } = mountFor(resetWith(mixed, { notice }));
  expect(one('notice').textContent).toContain(notice);
  expect(all('exchange')).toHaveLength(11);
  await click(one('dismiss-notice'));
  expect(all('notice')).toEqual([]);
  adapter.say({ type: 'state', state: { ...recording, notice: null } });
  adapter.say({ type: 'state', state: { ...recording, notice } });
  await drawn();
  expect(one('notice').textContent).toContain(notice);
});

test('a notice of something amiss is an alert; one that only informs waits and looks like it', async () => {
  const notice = 'Showing 3 cross-origin requests of orders.har.';
  const { adapter } = mountFor(resetWith(mixed, { notice, noticeWarns: true }));
  expect(one('notice').closest('[role]')?.getAttribute('role')).toBe('alert');
  expect(one('notice').classList).not.toContain('plain');
  adapter.say({ type: 'state', state: { ...recording, notice, noticeWarns: false } });
  await drawn();
  expect(one('notice').closest('[role]')?.getAttribute('role')).toBe('status');
  expect(one('notice').classList).toContain('plain');
});

test('the theme is the host’s and follows its changes', () => {
  const { themes } = mountFor(resetWith([]));
  expect(document.documentElement.dataset.theme).toBe('light');
  for (const listener of themes) listener('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('before the session speaks, the panel claims nothing', () => {
  const root = document.createElement('div');
  document.body.append(root);
  const silent = { post() {}, listen: () => () => {}, onClose() {} };
  const host = {
    theme: 'auto',
    onThemeChange() {},
    copy: async () => {},
    save() {},
    explained: { get: () => true, set() {} },
    handlerTarget: { get: () => null, set() {} },
    settings: { get: () => undefined, set() {} },
  } as const;
  const unmount = mountPanel(root, { adapter: silent, host });
  expect(all('empty')).toEqual([]);
  expect(one('status-bar').textContent).toContain('Connecting…');
  unmount();
});

test('the demo is shown as a file whose name says what it is', async () => {
  const { adapter } = mountFor(resetWith([]));
  await click(one('show-demo'));
  await vi.waitFor(() => expect(adapter.commands).toHaveLength(1));
  expect(adapter.commands[0]).toMatchObject({
    type: 'import-file',
    name: expect.stringContaining('not your traffic'),
    text: expect.stringContaining('"log"'),
  });
});

test('a session that stays away is told of, one that comes back is not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { adapter } = mountFor(resetWith(mixed));
    adapter.disconnect();
    vi.advanceTimersByTime(1000);
    adapter.say(resetWith(mixed));
    vi.advanceTimersByTime(60_000);
    expect(all('lost')).toEqual([]);
    adapter.disconnect();
    vi.advanceTimersByTime(60_000);
  } finally {
    vi.useRealTimers();
  }
  await drawn();
  expect(one('lost').textContent).toContain('close DevTools and open it again');
  expect(one('lost').closest('[role="alert"]')).not.toBeNull();
  expect(all('exchange')).toHaveLength(11);
});
