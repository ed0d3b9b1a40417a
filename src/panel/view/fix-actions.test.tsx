// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { redirected } from '../gallery/http-exchanges.ts';
import { blockedPreflight, healthy, hiddenError, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';

test('the fix is copied from beside the verdict, exactly as the fix’s own tab shows it first', async () => {
  for (const exchange of [blockedPreflight, noAllowOrigin]) {
    const copied: string[] = [];
    mountFor(resetWith([exchange]), async (text) => void copied.push(text));
    await click(one('exchange'));
    await click(one('copy-first-fix'));
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    await click(one('show-fix'));
    expect(copied[0]).toBe(one('fix-text').textContent);
    document.body.replaceChildren();
  }
});

test('where the handler owes the header, the handler’s change is copied, in the language that was chosen', async () => {
  const copied: string[] = [];
  mountFor(resetWith([noAllowOrigin]), async (text) => void copied.push(text), 'python');
  await click(one('exchange'));
  expect(one('first-fix').textContent).toContain('the whole fix has more parts');
  await click(one('copy-first-fix'));
  await vi.waitFor(() => expect(copied[0]).toContain('def '));
});

test('a call that works has nothing to copy', async () => {
  mountFor(resetWith([healthy]));
  await click(one('exchange'));
  expect(all('copy-first-fix')).toEqual([]);
});

test('beside a template the whole fix is shown instead', async () => {
  const { adapter } = mountFor(resetWith([hiddenError]));
  await click(one('exchange'));
  expect(all('copy-first-fix')).toHaveLength(1);
  const template = { name: 't.yaml', text: '', apis: [], findings: [], warnings: [], fault: null };
  adapter.say({ type: 'state', state: { ...recording, template } });
  await drawn();
  expect(all('copy-first-fix')).toEqual([]);
  expect(all('show-fix')).toHaveLength(1);
});

test('what another than the API owes has no fix of the API to copy', async () => {
  mountFor(resetWith([redirected]));
  await click(one('exchange'));
  expect(all('copy-first-fix')).toEqual([]);
});
