/** The APIs view in the real panel: routes by method, the policy as seen, and the way to the one fix. */
import { accessibilityFaults, expect, test } from './fixture.ts';

test('an API’s routes, its policy against what was needed, and its fix', async ({ inspect }) => {
  const inspector = await inspect('rest-authorised-options', 'http-wildcard-credentials');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  await panel.getByTestId('view-apis').click();
  await expect(panel.getByTestId('api-card')).toHaveCount(2);
  await expect(panel.getByTestId('method-cell').first()).toBeVisible();
  const wildcard = panel.getByTestId('api-card').filter({ hasText: '* allows everything' });
  await expect(wildcard).toHaveCount(1);
  await expect(wildcard.locator('[data-part="Credentials"]')).toContainText('missing');
  for (const [width, height] of [
    [1000, 600],
    [300, 700],
  ] as const) {
    await inspector.resize({ width, height });
    for (const theme of ['default', 'dark'] as const) {
      await inspector.setTheme(theme);
      expect.soft(await accessibilityFaults(panel), `${width} px, ${theme}`).toEqual([]);
      await inspector.picture(`out/apis-${width}-${theme}.png`);
    }
  }
  await inspector.resize({ width: 1000, height: 600 });
  await wildcard.getByTestId('show-api-fix').click();
  await expect(panel.getByTestId('fix-text')).toContainText('AllowCredentials: true');
  await wildcard.getByTestId('method-cell').first().click();
  await panel.getByTestId('tab-diagnosis').click();
  await expect(panel.getByTestId('finding').first()).toHaveAttribute('data-rule', /wildcard/);
});
