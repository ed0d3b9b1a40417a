// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { keepTemplate } from '../../session/index.ts';
import { blockedPreflight, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, mountFor, one } from '../gallery/testing.ts';

const api = (id: string, more = '') => `  ${id}:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod # the only one
${more}`;

const orders = (id: string, cors = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
${api(id, cors)}  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Put: {Type: Api, Properties: {Path: '/orders/{id}', Method: put, RestApiId: !Ref ${id}}}
        Get: {Type: Api, Properties: {Path: /orders, Method: get, RestApiId: !Ref ${id}}}
`;

async function openFix(text: string, exchanges = [blockedPreflight]) {
  const copied: string[] = [];
  const { state } = keepTemplate('template.yaml', text);
  const mounted = mountFor(resetWith(exchanges, { template: state }), async (copy) => void copied.push(copy));
  await click(all('exchange')[0]);
  await click(one('tab-fix'));
  await vi.waitFor(() => one('template-fix'));
  return { ...mounted, copied };
}

test('shows the change to the user’s own template with its proof; copies and saves it whole', async () => {
  const { copied, saved } = await openFix(orders('MyApi'));
  const diff = one('template-diff').textContent ?? '';
  expect(diff).toContain('+        AllowOrigin: "\'http://localhost:3000\'"');
  expect(diff).toContain(' ');
  expect(diff).not.toContain('-      StageName');
  expect(one('proof').textContent).toContain('1 of 1 captured requests pass');
  await click(one('copy-template'));
  await click(one('copy-diff'));
  const [whole = '', patch = ''] = copied;
  expect(whole).toContain('StageName: Prod # the only one\n');
  expect(whole).toContain('AllowMethods: "\'PUT\'"');
  expect(patch).toMatch(/^--- a\/template\.yaml\n/);
  await click(one('save-template'));
  expect(saved).toEqual([{ fileName: 'template.yaml', text: whole, mime: 'text/yaml' }]);
});

test('says that the handler must change where the captured answer shows it', async () => {
  const { copied } = await openFix(orders('MyApi'), [blockedPreflight, noAllowOrigin]);
  expect(one('proof').textContent).toContain('2 of 2 captured requests pass');
  expect(one('template-handler').textContent).toBe('The handler must change, too: Copy handler (Node.js)');
  await click(one('copy-template-handler'));
  expect(copied[0]).toContain('const ALLOWED_ORIGINS = ["http://localhost:3000"];');
  expect(copied[0]).not.toContain('OPTIONS');
  expect(one('proof').textContent).toContain('With the template’s change and the handler’s in place');
});

test('copies a handler that answers OPTIONS where an event of the template leads it there', async () => {
  const led = `${orders('MyApi')}        Pre: {Type: Api, Properties: {Path: '/orders/{id}', Method: options, RestApiId: !Ref MyApi}}\n`;
  const { copied } = await openFix(led);
  await click(one('copy-template-handler'));
  expect(copied[0]).toContain('if (event.httpMethod === "OPTIONS") return');
});

test('lets the user choose where several APIs fit', async () => {
  const two = orders('First')
    .replace('  Orders:', `${api('Second')}  Orders:`)
    .replace(
      /Get: .*/,
      "Again: {Type: Api, Properties: {Path: '/orders/{id}', Method: put, RestApiId: !Ref Second}}",
    );
  await openFix(two);
  expect(all('template-diff')).toEqual([]);
  const select = one('template-api');
  if (!(select instanceof HTMLSelectElement)) throw new Error('no choice');
  expect([...select.options].map(({ value }) => value)).toEqual(['', 'First', 'Second']);
  select.value = 'Second';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => one('template-diff'));
  expect(one('template-diff').textContent).toMatch(/^@@ -8,/);
});

test('makes no half-change, and says what works instead', async () => {
  await openFix(orders('MyApi', '      Cors: !Ref Whole\n'));
  expect(one('template-impossible').textContent).toMatch(/^Line 7 cannot be changed so/);
  expect(all('template-diff')).toEqual([]);
});

test('a template that says it all is left alone', async () => {
  const { copied } = await openFix(orders('MyApi'));
  await click(one('copy-template'));
  const [mended = ''] = copied;
  document.body.replaceChildren();
  await openFix(mended);
  expect(one('template-unchanged').textContent).toContain('says all this already');
});

test('without a template that can be read, the fix rests on the capture alone', async () => {
  const { state } = keepTemplate('broken.yaml', 'Resources:\n\tApi: {}\n');
  mountFor(resetWith([blockedPreflight], { template: state }));
  await click(one('exchange'));
  await click(one('tab-fix'));
  expect(one('proof').textContent).toContain('5 of 5');
  expect(all('template-fix')).toEqual([]);
});

test('keeps an origin of development out of production where that is asked for, whatever is shown beside it', async () => {
  await openFix(orders('MyApi'));
  const diff = () => one('template-diff').textContent ?? '';
  expect(all('template-note').map(({ textContent }) => textContent)).toContainEqual(
    expect.stringContaining('http://localhost:3000 is an origin of development'),
  );
  await vi.waitFor(() => one('per-stage'));
  await click(one('per-stage'));
  expect(diff()).toContain('+        AllowOrigin: !FindInMap [CorsOrigins, !Ref CorsStage, Quoted]');
  expect(diff()).toContain('+    Default: prod');
  expect(one('proof').textContent).toContain('1 of 1 captured requests pass');
  await click(all('fix-target')[0]);
  expect(diff()).toContain('CorsStage');
  await click(one('per-stage'));
  expect(diff()).not.toContain('CorsStage');
});
