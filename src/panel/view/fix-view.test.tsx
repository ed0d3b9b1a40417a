// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { writeHandler } from '../../fix/index.ts';
import { restApi } from '../gallery/apis.ts';
import { hostile } from '../gallery/hostile.ts';
import { blockedPreflight, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, mountFor, one } from '../gallery/testing.ts';
import { handlerNames } from '../model/names.ts';

let copied: string[] = [];
beforeEach(() => {
  copied = [];
});

async function openFix(
  copy: (text: string) => Promise<void> = async (text) => void copied.push(text),
  diagnosed = blockedPreflight,
) {
  const mounted = mountFor(resetWith([diagnosed]), copy);
  await click(one('exchange'));
  await click(one('tab-fix'));
  return mounted;
}

test.each([0, 1, 2])('target %i: the text is shown, and copied exactly', async (index) => {
  const expected = restApi.fixes.rest[index]?.text ?? '';
  await openFix();
  await click(all('fix-target')[index]);
  expect(one('fix-text').textContent).toBe(expected);
  await click(one('copy-fix'));
  expect(copied).toEqual([expected]);
  expect(one('copy-fix').textContent).toBe('Copied');
  expect(one('announcement').textContent).toBe('Copied');
});

test('where the handler owes the header, its change is shown first, and the proof names both changes', async () => {
  await openFix(undefined, noAllowOrigin);
  const handler = restApi.fixes.rest.find((fix) => fix.kind === 'handler');
  expect(one('fix-text').textContent).toBe(handler?.text);
  expect(one('proof').textContent).toContain('With the template’s change and the handler’s in place');
});

const text = () => one('fix-text').textContent;
const inPython = (shown = text()) => expect(shown).toContain('def lambda_handler');

test('the handler is shown in Node.js unless another language was chosen, and the choice is remembered', async () => {
  const { remembered } = await openFix(undefined, noAllowOrigin);
  expect(all('fix-target').map((button) => button.textContent)).toEqual(['Globals', 'Resource', 'Handler']);
  expect(one('handler-nodejs').getAttribute('aria-pressed')).toBe('true');
  await click(one('handler-python'));
  await vi.waitFor(() => inPython());
  expect(text()).toContain('"http://localhost:3000"');
  expect(one('handler-python').getAttribute('aria-pressed')).toBe('true');
  expect(remembered.handlerTarget).toBe('python');
  await click(one('copy-fix'));
  expect(copied).toEqual([text()]);
  await click(all('fix-target')[0]);
  expect(all('handler-python')).toEqual([]);
});

test('a report has the handler in the language that is shown', async () => {
  const { saved } = await openFix(undefined, noAllowOrigin);
  await click(one('handler-python'));
  await vi.waitFor(() => inPython());
  await click(one('export'));
  await click(one('export-markdown'));
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.text).toContain('def lambda_handler');
  expect(saved[0]?.text).not.toContain('JSON.stringify');
});

test('a language that was chosen before is shown at once', async () => {
  mountFor(resetWith([noAllowOrigin]), undefined, 'python');
  await click(one('exchange'));
  await click(one('tab-fix'));
  await vi.waitFor(() => inPython());
  await click(one('handler-nodejs'));
  expect(text()).toContain('JSON.stringify');
});

test('every language of the choice can be written', () => {
  const shape = restApi.fixes.rest.find(({ handler }) => handler !== undefined)?.handler;
  if (shape === undefined) throw new Error('there is no handler');
  const languages = Object.entries(handlerNames);
  expect(languages).toHaveLength(7);
  for (const [target, name] of languages)
    expect(writeHandler(shape, target)).toMatchObject({
      target,
      title: expect.stringContaining(`(${name})`),
    });
});

test('a clipboard that refuses is told', async () => {
  await openFix(async () => {
    throw new Error('denied');
  });
  await click(one('copy-fix'));
  expect(one('announcement').textContent).toBe('Copy failed');
});

test('the switch starts at what the evidence suggests and shows the other kind', async () => {
  await openFix();
  expect(one('fix-kind-rest').getAttribute('aria-pressed')).toBe('true');
  expect(one('proof').textContent).toContain('5 of 5 captured requests pass, 7 of 7 strangers are refused');
  await click(one('fix-kind-http'));
  expect(one('fix-text').textContent).toBe(restApi.fixes.http[0]?.text);
  expect(one('proof').textContent).toContain('Not proven: 4 of 5');
});

test('the policy lists what was asked for, notes stand beside the code', async () => {
  await openFix();
  await vi.waitFor(() => one('field-origin'));
  expect(all('entry').map(({ dataset }) => dataset['value'])).toEqual([
    'http://localhost:3000',
    'DELETE',
    'GET',
    'POST',
    'PUT',
    'content-type',
    'x-api-key',
  ]);
  expect(one('fix-note').textContent).toContain('Deploy the stage');
});

test('a server without a fix says so', async () => {
  mountFor(resetWith([hostile]));
  await click(one('exchange'));
  expect(all('show-fix')).toEqual([]);
  await click(one('tab-fix'));
  expect(one('detail').textContent).toContain('There is no fix');
});
