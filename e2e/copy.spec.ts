/** Copying from the real panel: by the other mouse button, by the keyboard, from the detail and from a finding. */
import { spawnSync } from 'node:child_process';
import { accessibilityFaults, clipboard, expect, test } from './fixture.ts';

test('a row’s menu copies its requests for a shell and for a page, without the token', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('rest-no-allow-origin');
  const panel = await inspector.openPanel();
  const { call } = site.scenario('rest-no-allow-origin');
  const row = panel.getByTestId('exchange').first();
  await row.click({ button: 'right' });
  await expect(panel.getByTestId('menu')).toBeVisible();
  await expect(panel.getByTestId('copy-url')).toBeFocused();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/copy-menu.png');

  await panel.getByTestId('copy-curl-bash').click();
  await expect(panel.getByTestId('menu')).toHaveCount(0);
  await expect(panel.getByTestId('list')).toBeFocused();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied as cURL (bash)');
  const curl = await clipboard(inspector);
  expect(curl).toContain('curl -i ');
  expect(curl).toContain('Origin: ');
  for (const value of Object.values(call.headers)) expect(curl).not.toContain(value);
  // What the clipboard holds is one command that bash reads to the end.
  const read = spawnSync('bash', ['-c', `curl() { printf '%s\\n' "$#"; }\n${curl}`], { encoding: 'utf8' });
  expect(read.stderr).toBe('');
  expect(Number(read.stdout)).toBeGreaterThan(3);

  await row.click({ button: 'right' });
  await panel.getByTestId('copy-fetch').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied as fetch');
  expect(await clipboard(inspector)).toMatch(/fetch\("https?:\/\/[^"]+", \{\n {2}"method"/);
});

test('opting out of redaction is a click of its own, and forgotten when the menu closes', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('rest-no-allow-origin');
  const panel = await inspector.openPanel();
  const token = Object.values(site.scenario('rest-no-allow-origin').call.headers)[0] ?? '';
  const row = panel.getByTestId('exchange').first();
  await row.click({ button: 'right' });
  await panel.getByTestId('copy-unredacted').click();
  await expect(panel.getByTestId('copy-unredacted')).toHaveAttribute('aria-checked', 'true');
  await panel.getByTestId('copy-curl-bash').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied as cURL (bash)');
  expect(await clipboard(inspector)).toContain(token);
  await row.click({ button: 'right' });
  await expect(panel.getByTestId('copy-unredacted')).toHaveAttribute('aria-checked', 'false');
});

test('the keyboard alone opens the menu, goes round in it, and gets the focus back', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin', 'rest-wildcard');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  await panel.getByTestId('list').focus();
  await inspector.devtools.keyboard.press('ArrowDown');
  await inspector.devtools.keyboard.press('Shift+F10');
  await expect(panel.getByTestId('copy-url')).toBeFocused();
  await inspector.devtools.keyboard.press('ArrowUp');
  await expect(panel.getByTestId('reveal-in-network-item')).toBeFocused();
  await inspector.devtools.keyboard.press('Home');
  await expect(panel.getByTestId('copy-url')).toBeFocused();
  await inspector.devtools.keyboard.press('Escape');
  await expect(panel.getByTestId('menu')).toHaveCount(0);
  await expect(panel.getByTestId('list')).toBeFocused();

  await inspector.devtools.keyboard.press('ContextMenu');
  await panel.getByTestId('copy-listed-url').focus();
  await inspector.devtools.keyboard.press('Enter');
  await expect(panel.getByTestId('announcement')).toHaveText('Copied all URLs');
  expect((await clipboard(inspector)).split('\n')).toHaveLength(2);
});

test('the detail and each finding copy for a ticket', async ({ site, inspect }) => {
  const inspector = await inspect('rest-authorised-options');
  const panel = await inspector.openPanel();
  const rule = site.scenario('rest-authorised-options').expectedRule ?? '';
  await panel.getByTestId('exchange').first().click();
  await panel.getByTestId('copy-finding').first().click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied finding as Markdown');
  const finding = await clipboard(inspector);
  expect(finding).toMatch(/^## Blocked: `/);
  expect(finding).toContain(`#${rule})`);

  await panel.getByTestId('copy-menu').click();
  await expect(panel.getByTestId('copy-menu')).toHaveAttribute('aria-expanded', 'true');
  await panel.getByTestId('copy-cause-link').click();
  await expect(panel.getByTestId('copy-menu')).toBeFocused();
  expect(await clipboard(inspector)).toMatch(new RegExp(`causes\\.md#${rule}$`));
  await panel.getByTestId('copy-menu').click();
  await panel.getByTestId('copy-preflight-curl-cmd').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied preflight as cURL (cmd)');
  expect(await clipboard(inspector)).toMatch(/^curl -i \^"http.*\^" \^\n {2}-X \^"OPTIONS\^"/);
});

test('the menu stays within a panel that is narrow or low, in both themes', async ({ inspect }) => {
  const inspector = await inspect('rest-no-allow-origin');
  const panel = await inspector.openPanel();
  for (const [size, theme, shade] of [
    [{ width: 1000, height: 230 }, 'default', 'light'],
    [{ width: 300, height: 600 }, 'dark', 'dark'],
  ] as const) {
    await inspector.resize(size);
    await inspector.setTheme(theme);
    await panel.locator(`html[data-theme="${shade}"]`).waitFor();
    await panel.getByTestId('exchange').first().click({ button: 'right' });
    await expect(panel.getByTestId('copy-url')).toBeFocused();
    expect(await accessibilityFaults(panel)).toEqual([]);
    const inside = await panel.getByTestId('menu').evaluate((menu) => {
      const { left, top, right, bottom } = menu.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    expect(inside, `${size.width} × ${size.height}`).toBe(true);
    await inspector.picture(`out/copy-menu-${size.width}.png`);
    // The last entry can be reached.
    await inspector.devtools.keyboard.press('End');
    await expect(panel.getByTestId('copy-unredacted')).toBeInViewport();
    await inspector.devtools.keyboard.press('Escape');
  }
});
