// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { blockedPreflight } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

let copied: string[] = [];
beforeEach(() => {
  copied = [];
});

const copy = async (text: string): Promise<void> => void copied.push(text);

async function withTraffic() {
  const mounted = mountFor(resetWith([blockedPreflight]), copy);
  await click(one('exchange'));
  await click(one('tab-fix'));
  await vi.waitFor(() => one('field-origin'));
  return mounted;
}

async function byHand() {
  mountFor(resetWith([]), copy);
  await click(one('begin-by-hand'));
  await vi.waitFor(() => one('field-origin'));
}

function input(testId: string): HTMLInputElement {
  const found = one(testId);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${testId} is no input`);
  return found;
}

async function type(testId: string, text: string): Promise<void> {
  const box = input(testId);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
}

async function enter(testId: string, text: string): Promise<void> {
  await type(testId, text);
  await press(input(testId), 'Enter');
}

const values = (part: string): readonly (string | undefined)[] =>
  [...one(`field-${part}`).querySelectorAll<HTMLElement>('[data-testid="entry"]')].map(
    ({ dataset }) => dataset['value'],
  );

const remove = (value: string): HTMLElement => {
  const button = all('remove-entry').find((each) => each.getAttribute('aria-label') === `Remove ${value}`);
  if (button === undefined) throw new Error(`nothing removes ${value}`);
  return button;
};

test('a production origin is asked for where only developers’ were seen, and goes into the snippet', async () => {
  await withTraffic();
  expect(input('add-origin').getAttribute('aria-label')).toBe('Add your production origin');
  expect(one('field-origin').textContent).toContain('development');
  await enter('add-origin', 'https://www.example.com');
  expect(values('origin')).toContain('https://www.example.com');
  expect(input('add-origin').value).toBe('');
  await click(one('fix-kind-http'));
  expect(one('fix-text').textContent).toContain('https://www.example.com');
  expect(input('add-origin').getAttribute('aria-label')).toBe('Add an origin');
});

test('what is wrong is told while it is typed, is not taken, and the mended value is', async () => {
  await withTraffic();
  await type('add-origin', 'https://App.example/cart/');
  const check = one('field-origin').querySelector('[role="status"]');
  expect(check?.textContent).toMatch(/path/);
  expect(input('add-origin').getAttribute('aria-invalid')).toBe('true');
  expect(check?.querySelector('p')?.id).toBe(input('add-origin').getAttribute('aria-describedby'));
  await press(input('add-origin'), 'Enter');
  expect(values('origin')).toEqual(['http://localhost:3000']);
  const take = check?.querySelector<HTMLElement>('[data-testid="take-mended"]');
  expect(take?.textContent).toContain('https://app.example');
  await click(take ?? undefined);
  expect(values('origin')).toContain('https://app.example');
});

test('several in one are taken one by one', async () => {
  await withTraffic();
  await enter('add-method', 'PATCH, put');
  expect(values('method')).toEqual(['DELETE', 'GET', 'PATCH', 'POST', 'PUT']);
});

test('an entry that is taken out leaves the snippet, is remembered as asked for, and comes back', async () => {
  await withTraffic();
  await click(remove('DELETE'));
  expect(values('method')).not.toContain('DELETE');
  expect(one('fix-text').textContent).not.toContain('DELETE');
  expect(document.activeElement).toBe(input('add-method'));
  await click(one('removed-method').querySelector('button') ?? undefined);
  expect(values('method')).toContain('DELETE');
  expect(all('reset-policy')).toEqual([]);
});

test('Backspace in an empty box takes the last entry back into it', async () => {
  await withTraffic();
  await press(input('add-header'), 'Backspace');
  expect(values('header')).toEqual(['content-type']);
  expect(input('add-header').value).toBe('x-api-key');
});

test('`*` comes only by hand, and its cost is said', async () => {
  await withTraffic();
  await enter('add-header', '*');
  const star = all('entry').find(({ dataset }) => dataset['value'] === '*');
  expect(star?.querySelector('[data-testid="check"]')?.textContent).toMatch(/every/i);
  await click(one('credentials'));
  expect(
    all('check').some((each) => each.dataset['level'] === 'error' && each.textContent?.includes('*')),
  ).toBe(true);
});

test('who asked for an entry is a click away', async () => {
  await withTraffic();
  await click(remove('PUT'));
  expect(all('asked-by').at(0)?.textContent).toBe('5 requests');
  await click(all('asked-by').at(0));
  expect(one('detail')).toBeTruthy();
});

test('seconds are checked, and presets taken', async () => {
  await withTraffic();
  await type('max-age', '10 min');
  expect(one('field-max-age').textContent).toContain('Write whole seconds');
  expect(one('fix-text').textContent).not.toContain('MaxAge');
  await type('max-age', '600');
  expect(one('fix-text').textContent).toContain('600');
});

test('the switches of a REST API free OPTIONS of its authoriser and of its keys', async () => {
  await byHand();
  await enter('add-origin', 'https://app.example');
  expect(one('fix-text').textContent).not.toContain('AddDefaultAuthorizerToCorsPreflight');
  await click(one('authorizer'));
  expect(one('fix-text').textContent).toContain('AddDefaultAuthorizerToCorsPreflight: false');
  await click(one('api-key'));
  expect(one('fix-text').textContent).toContain('AddApiKeyRequiredToCorsPreflight: false');
  await click(one('fix-kind-function-url'));
  expect(all('authorizer')).toEqual([]);
});

test('all edits are undone at once, and the fix is the captured one again', async () => {
  await withTraffic();
  const before = one('fix-text').textContent;
  await enter('add-origin', 'https://www.example.com');
  await click(remove('PUT'));
  expect(one('edited').textContent).toContain('changed by hand');
  await click(one('reset-policy'));
  expect(all('edited')).toEqual([]);
  expect(one('fix-text').textContent).toBe(before);
  expect(values('method')).toContain('PUT');
});

test('edits are kept while another tab or exchange is looked at', async () => {
  await withTraffic();
  await enter('add-header', 'x-mine');
  await click(one('tab-diagnosis'));
  await click(one('tab-fix'));
  await vi.waitFor(() => one('field-origin'));
  expect(values('header')).toContain('x-mine');
});

test('without traffic the form starts empty, says what is missing, and writes what is said', async () => {
  await byHand();
  expect(document.activeElement).toBe(one('by-hand'));
  expect(values('origin')).toEqual([]);
  expect(all('fix-text')).toEqual([]);
  expect(all('proof')).toEqual([]);
  expect(one('by-hand').textContent).toContain('Nothing was captured');
  await enter('add-origin', 'https://app.example');
  await enter('add-method', 'PUT');
  await click(one('fix-kind-http'));
  expect(one('fix-text').textContent).toContain('AllowOrigins');
  await click(one('copy-fix'));
  expect(copied[0]).toContain('https://app.example');
  input('add-origin').focus();
  await press(input('add-origin'), 'Escape');
  expect(all('by-hand')).toEqual([]);
  expect(document.activeElement).toBe(one('configure-by-hand'));
});

function paste(testId: string, text: string): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  input(testId).dispatchEvent(event);
}

test('what is pasted in several lines is taken entry by entry, and what is wrong of it stays to be mended', async () => {
  await withTraffic();
  paste('add-origin', 'https://a.example\nhttps://b.example/path/\nhttps://c.example\n');
  await drawn();
  expect(values('origin')).toEqual(['http://localhost:3000', 'https://a.example', 'https://c.example']);
  expect(input('add-origin').value).toBe('https://b.example/path/');
  expect(one('field-origin').querySelector('[role="status"]')?.textContent).toContain('path');
});

test('leaving a box takes what is right in it, and lets the focus go', async () => {
  await withTraffic();
  input('add-header').focus();
  await type('add-header', 'x-mine');
  input('max-age').focus();
  await drawn();
  expect(values('header')).toContain('x-mine');
  expect(document.activeElement).toBe(input('max-age'));
});

test('origins per stage are offered where an origin of development stands', async () => {
  await withTraffic();
  expect(one('field-origin').parentElement?.textContent).toContain('add yours of production above');
  await enter('add-origin', 'https://www.example.com');
  expect(one('field-origin').parentElement?.textContent).not.toContain('add yours of production above');
  await click(one('fix-kind-http'));
  expect(one('fix-text').textContent).not.toContain('CorsStage');
  await click(one('per-stage'));
  expect(one('fix-text').textContent).toContain('CorsStage');
  expect(one('fix-text').textContent).toContain('https://www.example.com');
  await click(one('per-stage'));
  expect(one('fix-text').textContent).not.toContain('CorsStage');
  await click(all('remove-entry').find((each) => each.getAttribute('aria-label')?.includes('localhost')));
  expect(all('per-stage')).toEqual([]);
});

test('a stranger’s text is told to be wrong and shown as text, and none of it is written', async () => {
  const { root } = await withTraffic();
  for (const part of ['origin', 'method', 'header', 'expose-header']) {
    await enter(`add-${part}`, '<img/src=x/onerror=alert(1)>\u202e\u0007');
    expect(one(`field-${part}`).querySelector('[role="status"]')?.textContent).not.toBe('');
    expect(input(`add-${part}`).getAttribute('aria-invalid')).toBe('true');
  }
  await type('max-age', '<script>9e999</script>\u202e');
  expect(root.querySelectorAll('img, script')).toHaveLength(0);
  for (const unseen of ['\u202e', '\u0007']) expect(root.textContent).not.toContain(unseen);
  for (const written of ['img', '9e999']) expect(one('fix-text').textContent).not.toContain(written);
});
