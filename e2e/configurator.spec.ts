/** The policy as a form, in the real panel: filled from real traffic, changed by hand, and used without any traffic. */
import type { Frame } from '@playwright/test';
import { accessibilityFaults, clipboard, expect, test } from './fixture.ts';

const entries = (panel: Frame, part: string) => panel.getByTestId(`field-${part}`).getByTestId('entry');

async function openFix(panel: Frame): Promise<void> {
  await panel.getByTestId('exchange').first().click();
  await panel.getByTestId('tab-fix').click();
  await expect(panel.getByTestId('field-origin')).toBeVisible();
}

async function add(panel: Frame, part: string, text: string): Promise<void> {
  await panel.getByTestId(`add-${part}`).fill(text);
  await panel.getByTestId(`add-${part}`).press('Enter');
}

test('the form is filled from the traffic, mends what is typed, and the result follows at once', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('http-wildcard-credentials');
  const panel = await inspector.openPanel();
  await openFix(panel);
  await expect(entries(panel, 'origin')).toHaveCount(1);
  await expect(entries(panel, 'origin')).toHaveAttribute('data-value', site.origin);
  await expect(entries(panel, 'origin')).toContainText('development');
  await expect(entries(panel, 'origin').getByTestId('asked-by')).toContainText(/^\d+ requests?$/);
  const captured = await panel.getByTestId('fix-text').innerText();

  // The address bar's own text: a browser never sends that as an origin.
  await panel.getByTestId('add-origin').fill('https://WWW.Example.com/cart/');
  const said = panel.getByTestId('field-origin').getByRole('status');
  await expect(said).toContainText('path');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/configurator.png');
  await said.getByTestId('take-mended').click();
  await expect(entries(panel, 'origin')).toHaveCount(2);
  await expect(panel.getByTestId('fix-text')).toContainText('https://www.example.com');
  await expect(panel.getByTestId('proof')).toContainText('Proven on paper');

  await panel.getByTestId('copy-fix').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied');
  expect(await clipboard(inspector)).toContain('https://www.example.com');

  await panel.getByRole('button', { name: `Remove ${site.origin}` }).click();
  await expect(panel.getByTestId('proof')).toContainText('Not proven: 0 of');
  await panel.getByTestId('reset-policy').click();
  await expect(panel.getByTestId('fix-text')).toHaveText(captured, { useInnerText: true });
  await expect(panel.getByTestId('proof')).toContainText('Proven on paper');
});

test('without any traffic the form makes a policy by hand', async ({ inspect }) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await panel.getByTestId('begin-by-hand').click();
  await add(panel, 'origin', 'https://app.example');
  await add(panel, 'method', 'PUT, DELETE');
  await add(panel, 'header', 'Content-Type: application/json');
  await expect(panel.getByTestId('field-header').getByRole('status')).not.toBeEmpty();
  await panel.getByTestId('add-header').fill('');
  await add(panel, 'header', 'content-type');
  await panel.getByTestId('authorizer').check();
  const text = panel.getByTestId('fix-text');
  await expect(text).toContainText(`AllowOrigin: "'https://app.example'"`);
  await expect(text).toContainText('DELETE,PUT');
  await expect(text).toContainText('AddDefaultAuthorizerToCorsPreflight: false');
  await expect(panel.getByTestId('proof')).toHaveCount(0);
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/configurator-by-hand.png');

  await panel.getByTestId('fix-kind-function-url').click();
  await expect(text).toContainText('FunctionUrlConfig');
  await panel.getByTestId('add-origin').press('Escape');
  await expect(panel.getByTestId('by-hand')).toHaveCount(0);
  await expect(panel.getByTestId('empty')).toBeVisible();
});

const template = [
  'Transform: AWS::Serverless-2016-10-31',
  'Resources:',
  '  Orders:',
  '    Type: AWS::Serverless::Function',
  '    Properties:',
  '      Handler: app.handler',
  '      Runtime: nodejs22.x',
  '      CodeUri: .',
  '      Events:',
  '        Any:',
  '          Type: HttpApi',
  '          Properties:',
  '            Path: /{proxy+}',
  '            Method: put',
  '',
].join('\n');

test('with a template the diff follows the form, and the proof says who fails', async ({ site, inspect }) => {
  const inspector = await inspect('http-wildcard-credentials');
  const panel = await inspector.openPanel();
  await openFix(panel);
  await panel
    .getByTestId('template-file')
    .setInputFiles({ name: 'template.yaml', mimeType: 'text/yaml', buffer: Buffer.from(template) });
  const change = panel.getByTestId('template-fix');
  await expect(change).toContainText(site.origin);
  await add(panel, 'origin', 'https://www.example.com');
  await expect(change).toContainText('https://www.example.com');
  await panel.getByRole('button', { name: `Remove ${site.origin}` }).click();
  await expect(change).not.toContainText(`- ${site.origin}`);
  await expect(change.getByTestId('proof')).toContainText('Not proven');
});

test('the form stands beside its result, or below it in a narrow panel, and nothing is cut off in either theme', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-authorised-options');
  const panel = await inspector.openPanel();
  await openFix(panel);
  await add(panel, 'origin', 'https://www.example.com');
  await add(panel, 'header', '*');
  await panel.getByTestId('add-origin').fill('https://App.example/cart/');
  await expect(panel.getByTestId('edited')).toBeVisible();
  const boxOf = async (part: string) => (await panel.locator(part).boundingBox()) ?? { x: 0, y: 0, width: 0 };
  for (const width of [1000, 300]) {
    await inspector.resize({ width, height: 900 });
    const [form, code] = [await boxOf('form.policy'), await boxOf('.fix-main')];
    if (width === 1000) expect(form.x + form.width).toBeLessThan(code.x);
    else expect(form.y).toBeGreaterThan(code.y);
    const tooWide = panel
      .locator('.detail .body')
      .evaluate((body) => body.scrollWidth > body.clientWidth + 1);
    expect(await tooWide, `${width} px`).toBe(false);
    for (const [theme, shade] of [
      ['default', 'light'],
      ['dark', 'dark'],
    ] as const) {
      await inspector.setTheme(theme);
      await panel.locator(`html[data-theme="${shade}"]`).waitFor();
      expect(await accessibilityFaults(panel), `${width} px, ${shade}`).toEqual([]);
      await inspector.picture(`out/configurator-${width}-${shade}.png`);
    }
  }
});

test('by the keyboard alone: a pasted list, the last entry back, and the origins per stage', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-authorised-options');
  const panel = await inspector.openPanel();
  await openFix(panel);
  const box = panel.getByTestId('add-origin');
  await box.focus();
  await panel.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'https://a.example\nhttps://b.example\n');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
  await expect(entries(panel, 'origin')).toHaveCount(3);
  await box.press('Backspace');
  await expect(entries(panel, 'origin')).toHaveCount(2);
  await expect(box).toHaveValue('https://b.example');
  await box.press('Tab');
  await expect(box).not.toBeFocused();
  await expect(entries(panel, 'origin')).toHaveCount(3);
  await panel.getByTestId('per-stage').press('Space');
  await expect(panel.getByTestId('fix-text')).toContainText('CorsStage');
  // What the traffic shows of the authoriser holds for a policy that was changed, too.
  await expect(panel.getByTestId('authorizer')).toBeChecked();
});

test('by hand beside a template: its only API of the kind is changed as soon as an origin is named', async ({
  inspect,
}) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await panel
    .getByTestId('template-file')
    .setInputFiles({ name: 'template.yaml', mimeType: 'text/yaml', buffer: Buffer.from(template) });
  await panel.getByTestId('template-apis').waitFor();
  await panel.getByTestId('configure-by-hand').press('Enter');
  await expect(panel.getByTestId('fix-kind-http')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByTestId('template-fix')).toHaveCount(0);
  await add(panel, 'origin', 'https://app.example');
  await expect(
    panel.getByTestId('template-fix').locator('.added').filter({ hasText: 'app.example' }),
  ).toHaveCount(1);
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/configurator-by-hand-template.png');
});
