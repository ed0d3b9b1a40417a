/** The filter box in the real DevTools panel, where DevTools listens to the same keys. */
import type { Frame } from '@playwright/test';
import { accessibilityFaults, expect, test } from './fixture.ts';

/** Blocked at the preflight, blocked, risky, allowed. */
const scenarios = [
  'rest-authorised-options',
  'http-no-allow-origin',
  'http-wildcard',
  'rest-healthy',
] as const;

async function standings(panel: Frame): Promise<readonly (string | null)[]> {
  const rows = await panel.getByTestId('exchange').all();
  return Promise.all(rows.map((row) => row.getAttribute('data-standing')));
}

test('typing narrows the list at once; a sign, the switch and the clear button turn it', async ({
  inspect,
}) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  const filter = panel.getByTestId('filter');
  await expect(rows).toHaveCount(4);
  const all = await standings(panel);

  await filter.pressSequentially('is:blocked');
  await expect(rows).toHaveCount(2);
  expect(await standings(panel)).toEqual(['blocked', 'blocked']);
  await filter.press('Home');
  await filter.pressSequentially('-');
  await expect(filter).toHaveValue('-is:blocked');
  expect(await standings(panel)).toEqual(all.filter((standing) => standing !== 'blocked'));
  await panel.getByTestId('invert').check();
  expect(await standings(panel)).toEqual(['blocked', 'blocked']);
  await panel.getByTestId('clear-text').click();
  await expect(rows).toHaveCount(4);
  await expect(filter).toBeFocused();
});

test('a cause is found by keyboard alone, and Esc closes the suggestions before the detail', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  await expect(rows).toHaveCount(4);
  await rows.first().click();
  const { keyboard } = inspector.devtools;
  await keyboard.press('Control+f');
  const filter = panel.getByTestId('filter');
  await expect(filter).toBeFocused();

  await keyboard.type('cau');
  await expect(panel.getByTestId('suggestion')).toHaveText([/^cause:/]);
  await keyboard.press('Tab');
  await expect(filter).toHaveValue('cause:');
  await keyboard.type('auth');
  const cause = site.scenario('rest-authorised-options').expectedRule ?? '';
  await expect(panel.getByTestId('suggestion').first()).toContainText(cause);
  await keyboard.press('ArrowDown');
  await expect(panel.locator('[role=option][aria-selected=true]')).toContainText(cause);
  await keyboard.press('Enter');
  await expect(filter).toHaveValue(`cause:${cause} `);
  await expect(rows).toHaveCount(1);

  await keyboard.type('is:');
  await expect(panel.getByTestId('suggestions')).toBeVisible();
  await keyboard.press('Escape');
  await expect(panel.getByTestId('suggestions')).toBeHidden();
  await expect(panel.getByTestId('detail')).toBeVisible();
  await keyboard.press('Escape');
  await expect(panel.getByTestId('detail')).toBeHidden();
});

test('what was seen on the wire is offered: methods, hosts, header names and statuses', async ({
  inspect,
}) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(4);
  const filter = panel.getByTestId('filter');
  const options = panel.getByTestId('suggestion');
  for (const [typed, offered] of [
    ['method:', 'OPTIONS'],
    ['domain:', '127.0.0.1'],
    ['has-request-header:auth', 'authorization'],
    ['has-response-header:allow-or', 'access-control-allow-origin'],
    ['status-code:40', '401'],
  ] as const) {
    await filter.fill('');
    await filter.pressSequentially(typed);
    await expect(options.filter({ hasText: offered }).first()).toBeVisible();
  }
});

test('the filter outlives the panel', async ({ inspect }) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  await expect(rows).toHaveCount(4);
  await panel.getByTestId('filter').fill('status-code:401');
  await expect(rows).toHaveCount(1);
  await panel.evaluate(() => location.reload());
  await expect(panel.getByTestId('filter')).toHaveValue('status-code:401');
  await expect(rows).toHaveCount(1);
});

test('several verdicts stand together with Ctrl; nothing left offers the way back', async ({ inspect }) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  const rows = panel.getByTestId('exchange');
  await expect(rows).toHaveCount(4);
  await panel.getByTestId('pill-risky').click();
  await expect(rows).toHaveCount(1);
  await panel.getByTestId('pill-allowed').click({ modifiers: ['Control'] });
  await expect(rows).toHaveCount(2);
  expect([...(await standings(panel))].sort()).toEqual(['allowed', 'risky']);
  await panel.getByTestId('filter').fill('is:blocked');
  await expect(panel.getByTestId('no-match')).toBeVisible();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('clear-filter').click();
  await expect(rows).toHaveCount(4);
});

test('the suggestions fit a wide, a narrow and a low panel in both themes, and axe finds nothing wrong', async ({
  inspect,
}, { title }) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(4);
  const filter = panel.getByTestId('filter');
  for (const [width, height] of [
    [640, 400],
    [1000, 600],
    [300, 600],
    [1000, 200],
  ] as const) {
    await inspector.resize({ width, height });
    await filter.fill('');
    await inspector.picture(`out/filter/${width}-${height}-plain.png`);
    for (const typed of ['has-response-header:', '/(/']) {
      await filter.fill('');
      await filter.pressSequentially(typed);
      const popup = panel.getByTestId(typed === '/(/' ? 'filter-fault' : 'suggestions');
      await expect(popup).toBeInViewport({ ratio: 1 });
      if (typed !== '/(/') await filter.press('ArrowDown');
      for (const [theme, shade] of [
        ['default', 'light'],
        ['dark', 'dark'],
      ] as const) {
        await inspector.setTheme(theme);
        await panel.locator(`html[data-theme="${shade}"]`).waitFor();
        await inspector.picture(
          `out/filter/${width}-${height}-${typed === '/(/' ? 'fault' : 'open'}-${shade}.png`,
        );
        expect
          .soft(await accessibilityFaults(panel), `${title}: ${width} px, ${typed}, ${shade}`)
          .toEqual([]);
      }
    }
  }
});
