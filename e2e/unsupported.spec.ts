/** Pages that the browser keeps extensions out of: the panel says so instead of asking for what cannot help. */
import { accessibilityFaults, expect, test } from './fixture.ts';

test('the browser’s own pages are said to be out of reach, and capture goes on after them', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('empty')).toBeVisible();
  await inspector.page.goto('chrome://version');
  await expect(panel.getByTestId('unsupported')).toContainText('keeps extensions out of this page');
  await expect(panel.getByTestId('reload')).toHaveCount(0);
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/unsupported.png');
  await inspector.page.goto(`${site.origin}/?run=rest-no-options`);
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await panel.getByTestId('clear').click();
  await expect(panel.getByTestId('empty')).toBeVisible();
});
