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
