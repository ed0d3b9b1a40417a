/** The handler's language in the real panel: chosen, copied, and remembered when DevTools opens again. */
import { accessibilityFaults, clipboard, expect, test } from './fixture.ts';
import type { Inspector } from './inspector.ts';

async function handlerOf(inspector: Inspector) {
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').first().click();
  await panel.getByTestId('tab-fix').click();
  await panel.getByTestId('fix-target').filter({ hasText: 'Handler' }).click();
  return panel;
}

const languages = [
  ['nodejs', 'export const handler = async (event) =>'],
  ['nodejs-ts', 'Promise<APIGatewayProxyResult>'],
  ['python', 'def lambda_handler(event, context):'],
  ['java', 'public class Handler implements'],
  ['go', 'lambda.Start(handler)'],
  ['csharp', 'public class Function'],
  ['ruby', 'def lambda_handler(event:, context:)'],
] as const;

test('the handler is copied in the language that was chosen, then and when DevTools opens again', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-no-allow-origin');
  const panel = await handlerOf(inspector);
  const origin = new URL(inspector.page.url()).origin;
  await expect(panel.getByTestId('handler-nodejs')).toHaveAttribute('aria-pressed', 'true');
  for (const [target, holds] of languages) {
    await panel.getByTestId(`handler-${target}`).click();
    await expect(panel.getByTestId(`handler-${target}`)).toHaveAttribute('aria-pressed', 'true');
    await expect(panel.getByTestId('fix-text')).toContainText(holds);
    await expect(panel.getByTestId('fix-text')).toContainText(`"${origin}"`);
  }
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('copy-fix').click();
  await expect(panel.getByTestId('copy-fix')).toHaveText(/Copied/);
  expect(await clipboard(inspector)).toBe(await panel.getByTestId('fix-text').textContent());

  await inspector.closeDevtools();
  const again = await inspector.reopenDevtools();
  await again.openPanel();
  await again.page.reload();
  const anew = await handlerOf(again);
  await expect(anew.getByTestId('handler-ruby')).toHaveAttribute('aria-pressed', 'true');
  await expect(anew.getByTestId('fix-text')).toContainText('def lambda_handler(event:, context:)');
});
