/** A newcomer's path, counted: open the panel, find the failing call, read why, copy the fix, export the report. */
import { readFile } from 'node:fs/promises';
import { accessibilityFaults, clipboard, expect, listed, test } from './fixture.ts';

test('from the open panel to the exported report in at most five actions', async ({ site, inspect }) => {
  const inspector = await inspect('rest-no-options', 'rest-wildcard', 'rest-healthy');
  let actions = 0;
  const act = async <T>(action: () => Promise<T>): Promise<T> => {
    actions += 1;
    return action();
  };

  const panel = await act(() => inspector.openPanel());
  const failing = panel.getByTestId('exchange').filter({ has: panel.getByRole('img', { name: 'Blocked' }) });
  await expect(failing).toHaveCount(1);
  await act(() => failing.click());

  const cause = panel.getByTestId('finding').first();
  await expect(cause).toHaveAttribute('data-rule', site.scenario('rest-no-options').expectedRule ?? '');
  await expect(panel.getByTestId('verdict')).toBeInViewport();
  await expect(panel.getByTestId('verdict')).toContainText('Blocked at step 3');

  await act(() => panel.getByTestId('copy-first-fix').click());
  await expect(panel.getByTestId('copy-first-fix')).toHaveText('Copied');
  const fix = await clipboard(inspector);
  expect(fix).toContain('Cors:');
  expect(fix).toContain(`AllowOrigin: "'${site.origin}'"`);
  expect(fix).not.toContain('*');

  await act(() => panel.getByTestId('export').click());
  const download = inspector.devtools.waitForEvent('download');
  await act(() => panel.getByTestId('export-html').click());
  const report = await readFile(await (await download).path(), 'utf8');
  expect(report).toContain(await cause.locator('h2').innerText());
  expect(actions).toBeLessThanOrEqual(5);
});

test('an empty panel teaches in three lines, and its demo says that it is one', async ({ inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('empty').locator('li')).toHaveCount(3);
  await panel.getByTestId('show-demo').click();
  await listed(panel, 7);
  await expect(panel.getByTestId('notice')).toContainText('not your traffic');
  await expect(panel.getByTestId('status-bar')).toContainText('4 blocked');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('exchange').nth(1).click();
  await inspector.resize({ width: 1360, height: 760 });
  await inspector.picture('out/demo-panel.png');
  await panel.getByTestId('show-fix').click();
  await expect(panel.getByTestId('proof')).toContainText('5 of 5 captured requests pass');

  await panel.getByTestId('clear').click();
  await expect(panel.getByTestId('empty')).toContainText('Recording is off');
  await expect(panel.getByTestId('notice')).toHaveCount(0);
  await inspector.picture('out/demo-cleared.png');
});
