/** From the panel to DevTools' own Network panel, with the same request found there. */
import type { Locator } from '@playwright/test';
import { accessibilityFaults, expect, test } from './fixture.ts';
import type { Inspector } from './inspector.ts';

/** The Network panel's filter, and its count of the requests that pass. */
const network = ({ devtools }: Inspector): { readonly filter: Locator; readonly counts: Locator } => ({
  filter: devtools.getByRole('textbox', { name: 'Filter', exact: true }),
  counts: devtools.getByText(/^\d+ \/ \d+ requests$/),
});

test('the detail reveals its request and its preflight in Network, and nothing else', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'rest-healthy');
  const panel = await inspector.openPanel();
  const row = panel.getByTestId('exchange').first();
  const url = await row.locator('.name').getAttribute('title');
  await row.click();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('reveal-in-network').click();
  const { filter, counts } = network(inspector);
  await expect(filter).toHaveText(`url:${url}`);
  await expect(counts).toHaveText(/^2 \/ \d+ requests$/);
});

test('an address that looks like a filter is looked for as an address, from the row’s menu', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-wildcard');
  const panel = await inspector.openPanel();
  const row = panel.getByTestId('exchange').first();
  const url = await row.locator('.name').getAttribute('title');
  const strange = `${url}?q="a b" -url:orders /./ -has-response-header:date#part`;
  await inspector.page.evaluate(async (address) => {
    await fetch(address).catch(() => undefined);
  }, strange);
  const stranger = panel.getByTestId('exchange').filter({ hasText: 'has-response-header' });
  await stranger.click({ button: 'right' });
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('reveal-in-network-item').click();
  const { filter, counts } = network(inspector);
  await expect(filter).toHaveText(/^url:\S+\s*$/);
  await expect(filter).toContainText('%20-url:orders%20/./');
  await expect(counts).toHaveText(/^1 \/ \d+ requests$/);
});
