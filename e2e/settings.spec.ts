/** What the user sets in the real panel outlives DevTools. */
import { accessibilityFaults, expect, listed, test } from './fixture.ts';

test('settings are set by the keyboard alone, and hold when DevTools opens again', async ({ inspect }) => {
  const inspector = await inspect('rest-healthy');
  const panel = await inspector.openPanel();
  await panel.getByTestId('settings').focus();
  await panel.getByTestId('settings').press('Enter');
  expect(await accessibilityFaults(panel)).toEqual([]);
  const theme = panel.getByTestId('setting-theme');
  await panel.getByTestId('settings').press('Tab');
  await expect(theme).toBeFocused();
  await theme.press('d');
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
  await theme.press('Tab');
  await panel.getByTestId('setting-limit').press('ArrowUp');
  await expect(panel.getByTestId('setting-limit')).toHaveValue('1000');
  await panel.getByTestId('setting-limit').press('Tab');
  await panel.getByTestId('setting-begins').press('d');
  await expect(panel.getByTestId('setting-begins')).toHaveValue('deep');
  await panel.getByTestId('setting-begins').press('Tab');
  await panel.getByTestId('setting-credentials').press('Space');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/settings.png');
  await panel.getByTestId('setting-credentials').press('Escape');
  await expect(panel.getByTestId('settings')).toBeFocused();
  await panel.getByTestId('keep-log').check();
  await expect(panel.getByTestId('capture')).toHaveText('Standard capture');

  await inspector.closeDevtools();
  const again = await inspector.reopenDevtools();
  const reopened = await again.openPanel();
  await expect(reopened.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(reopened.getByTestId('capture')).toHaveText('Deep capture', { timeout: 30_000 });
  await expect(reopened.getByTestId('keep-log')).toBeChecked();
  await reopened.getByTestId('export').click();
  await expect(reopened.getByTestId('export-unredacted')).toBeChecked();
  await reopened.getByTestId('settings').click();
  await expect(reopened.getByTestId('setting-limit')).toHaveValue('1000');

  await reopened.getByTestId('reset-settings').click();
  await expect(reopened.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(reopened.getByTestId('keep-log')).not.toBeChecked();
});

test('no more requests are kept than the settings say, from before the panel is opened', async ({
  inspect,
}) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await panel.getByTestId('settings').click();
  await panel.getByTestId('setting-limit').selectOption('1000');
  await inspector.closeDevtools();
  const again = await inspector.reopenDevtools();
  await again.page.evaluate(async () => {
    for (let batch = 0; batch < 11; batch += 1) {
      await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          fetch(`http://127.0.0.1:9/${batch}-${at}`).catch(() => undefined),
        ),
      );
    }
  });
  const reopened = await again.openPanel();
  await listed(reopened, 1000);
  await expect(reopened.getByTestId('notice')).toContainText('Only the latest 1,000 requests are kept');
});
