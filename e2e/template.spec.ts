/** A template beside captured traffic, in the real panel: root causes by line and column, and the wire alone where it cannot be read. */
import type { Frame } from '@playwright/test';
import { accessibilityFaults, expect, test } from './fixture.ts';

/** A template of the REST API behind a scenario's URL: one function, and what its section of `Globals` says. */
const sam = (path: string, globals: readonly string[]): string =>
  [
    'Transform: AWS::Serverless-2016-10-31',
    ...(globals.length === 0 ? [] : ['Globals:', '  Api:', ...globals.map((line) => `    ${line}`)]),
    'Resources:',
    '  Orders:',
    '    Type: AWS::Serverless::Function',
    '    Properties:',
    '      Events:',
    '        Any:',
    '          Type: Api',
    '          Properties:',
    `            Path: ${path}`,
    '            Method: put',
    '        Get:',
    '          Type: Api',
    '          Properties:',
    `            Path: ${path}`,
    '            Method: get',
    '        Post:',
    '          Type: Api',
    '          Properties:',
    `            Path: ${path}`,
    '            Method: post',
    '',
  ].join('\n');

const load = (panel: Frame, text: string, name = 'template.yaml') =>
  panel
    .getByTestId('template-file')
    .setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });

/** Drops a file as a user would. */
const dropOn = (panel: Frame, name: string, text: string) =>
  panel.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragover', 'drop'])
        document.body.firstElementChild?.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
    },
    [name, text] as const,
  );

const rootRule = (panel: Frame) => panel.getByTestId('detail').getByTestId('finding').first();

test('the template tells a missing OPTIONS method from AWS_IAM, and from one that is not deployed', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-no-options');
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').first().click();
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'options-missing');

  await dropOn(panel, 'template.yaml', sam('/{proxy+}', []));
  await expect(panel.getByTestId('template-name')).toHaveText('template.yaml');
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'template-cors-absent');
  await expect(rootRule(panel)).toContainText(/template\.yaml:\d+:\d+/);
  await inspector.picture('out/template-light.png');
  expect(await accessibilityFaults(panel)).toEqual([]);

  const cors = ['Cors:', `  AllowOrigin: "'*'"`, `  AllowHeaders: "'content-type,authorization,x-api-key'"`];
  await load(panel, sam('/{proxy+}', [...cors, 'Auth:', '  DefaultAuthorizer: AWS_IAM']));
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'template-authorizer-on-options');
  await expect(rootRule(panel)).toContainText('template.yaml:7:5');

  await load(panel, sam('/{proxy+}', cors));
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'not-deployed');
  await expect(rootRule(panel)).toContainText('template.yaml:5:20');

  await panel.getByTestId('forget-template').click();
  await expect(panel.getByTestId('template')).toHaveCount(0);
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'options-missing');
});

test('a wrong setting is remarked on the template itself; a broken template says where, and the wire goes on', async ({
  inspect,
}) => {
  const inspector = await inspect('rest-no-options');
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').first().click();

  await load(panel, sam('/{proxy+}', ['Cors:', '  AllowOrigin: https://app.example']));
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'template-unquoted-value');
  await expect(rootRule(panel)).toContainText('template.yaml:5:20');
  await panel.getByTestId('template-findings').locator('summary').first().click();
  await expect(panel.getByTestId('template-findings')).toContainText('AllowOrigin: https://app.example');
  await inspector.setTheme('dark');
  await inspector.picture('out/template-dark.png');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.resize({ width: 300, height: 700 });
  await panel.getByTestId('close-detail').click();
  await inspector.picture('out/template-narrow.png');

  await load(panel, 'Resources:\n\tApi: {}\n', 'broken.yaml');
  await expect(panel.getByTestId('template-fault')).toContainText('broken.yaml:2:1: a tab indents this line');
  await inspector.picture('out/template-broken.png');
  await panel.getByTestId('exchange').first().click();
  await expect(rootRule(panel)).toHaveAttribute('data-rule', 'options-missing');
});
