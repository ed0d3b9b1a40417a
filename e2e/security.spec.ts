/** Findings about what works that one call of a listed scenario cannot make: a page without an origin, a pair of headers, several answers. */
import type { Frame } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { rest, restPreflight, returning, route } from './gateway/scenario-parts.ts';

const api = 'rest-healthy';

/** The rules of the latest row, in the order in which the panel shows them. */
async function rulesOfLast(panel: Frame, rows: number): Promise<readonly (string | null)[]> {
  await expect(panel.getByTestId('exchange')).toHaveCount(rows);
  await panel.getByTestId('exchange').last().click();
  await expect(panel.getByTestId('finding').first()).toBeVisible();
  return panel
    .getByTestId('finding')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-rule')));
}

test('a sandboxed frame that a policy lets in by `null` is warned of first', async ({ site, inspect }) => {
  const headers = [
    ['access-control-allow-origin', 'null'],
    ['access-control-allow-credentials', 'true'],
  ] as const;
  site.gateway.deploy(api, rest([returning('GET', '/orders', headers)], restPreflight('null')));
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await inspector.page.evaluate(
    (url) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = `<script>fetch(${JSON.stringify(url)}, { credentials: 'include' })</script>`;
      document.body.append(frame);
    },
    `${site.gateway.base(api)}/orders`,
  );
  expect((await rulesOfLast(panel, 1))[0]).toBe('null-trusted');
  await expect(panel.getByTestId('exchange')).toHaveAttribute('data-standing', 'risky');
});

test('`*` beside allowed credentials is noted after what it opens', async ({ site, inspect }) => {
  const headers = [
    ['access-control-allow-origin', '*'],
    ['access-control-allow-credentials', 'true'],
  ] as const;
  site.gateway.deploy(api, rest([returning('GET', '/orders', headers)], null));
  const inspector = await inspect(api);
  const panel = await inspector.openPanel();
  expect(await rulesOfLast(panel, 1)).toEqual(['wildcard-origin', 'wildcard-with-credentials-header']);
});

test('an error answer without the headers is set against the good one', async ({ site, inspect }) => {
  const inspector = await inspect(api);
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  site.gateway.deploy(
    api,
    rest([route('GET', '/orders', { integration: { type: 'lambda-error' } })], restPreflight(site.origin)),
  );
  await inspector.page.locator(`button[data-scenario="${api}"]`).click();
  const rules = await rulesOfLast(panel, 2);
  expect(rules[0]).toBe('handler-crashed');
  expect(rules).toContain('error-answers-without-cors');
});
