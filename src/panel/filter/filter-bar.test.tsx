// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

function box(): HTMLInputElement {
  const input = one('filter');
  if (!(input instanceof HTMLInputElement)) throw new Error('no input');
  return input;
}

async function type(text: string): Promise<void> {
  box().focus();
  box().value = text;
  box().setSelectionRange(text.length, text.length);
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
}

const listed = () => all('exchange').map((row) => row.dataset.id);
const offered = () => all('suggestion').map((option) => option.querySelector('.label')?.textContent);
const activeOption = () => {
  const id = box().getAttribute('aria-activedescendant');
  return id === null ? null : (document.getElementById(id)?.querySelector('.label')?.textContent ?? null);
};

test('a key and its value are completed by keyboard alone', async () => {
  mountFor(resetWith(mixed));
  await type('met');
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(document.getElementById(box().getAttribute('aria-controls') ?? '')).toBe(one('suggestions'));
  expect(offered()).toEqual(['method:']);
  expect(activeOption()).toBe(null);
  await press(box(), 'ArrowDown');
  expect(activeOption()).toBe('method:');
  await press(box(), 'Enter');
  expect(box().value).toBe('method:');
  expect(offered()).toEqual(['GET', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
  await press(box(), 'ArrowUp');
  expect(activeOption()).toBe('PUT');
  await press(box(), 'ArrowDown');
  expect(activeOption()).toBe('GET');
  await press(box(), 'ArrowUp');
  await press(box(), 'Enter');
  expect(box().value).toBe('method:PUT ');
  expect(all('suggestions')).toEqual([]);
  expect(box().getAttribute('aria-expanded')).toBe('false');
  expect(listed()).toEqual(['1']);
});

test('Tab takes the first suggestion, and leaves the box where there is none', async () => {
  mountFor(resetWith(mixed));
  await type('-is:ri');
  await press(box(), 'Tab');
  expect(box().value).toBe('-is:risky ');
  expect(listed()).not.toContain('4');
  const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
  box().dispatchEvent(tab);
  expect(tab.defaultPrevented).toBe(false);
  await type('is:');
  await press(box(), 'Tab', { shiftKey: true });
  expect(box().value).toBe('is:');
});

test('arrow down or Ctrl+Space in an empty box offers all keys; Enter without a choice only closes', async () => {
  mountFor(resetWith(mixed));
  box().focus();
  await press(box(), 'ArrowDown');
  expect(offered()).toContain('cause:');
  await press(box(), 'Enter');
  expect(offered()).toEqual([]);
  expect(box().value).toBe('');
  await press(box(), ' ', { ctrlKey: true });
  expect(offered()).toContain('cause:');
  await press(box(), 'ArrowLeft');
  expect(offered()).toEqual([]);
});

test('Esc closes the suggestions first, then the detail; the text stays', async () => {
  mountFor(resetWith(mixed));
  await click(all('exchange')[0]);
  await type('cause:o');
  await press(box(), 'Escape');
  expect(offered()).toEqual([]);
  expect(all('detail')).toHaveLength(1);
  await press(box(), 'Escape');
  expect(all('detail')).toHaveLength(0);
  expect(box().value).toBe('cause:o');
});

test('a suggestion is taken by a click, which leaves the focus in the box', async () => {
  mountFor(resetWith(mixed));
  await type('gateway:');
  const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  all('suggestion')[1]?.dispatchEvent(down);
  expect(down.defaultPrevented).toBe(true);
  await click(all('suggestion')[1]);
  expect(box().value).toBe('gateway:rest ');
  expect(document.activeElement).toBe(box());
});

test('leaving the box closes the suggestions', async () => {
  mountFor(resetWith(mixed));
  await type('is');
  expect(offered()).not.toEqual([]);
  box().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await drawn();
  expect(offered()).toEqual([]);
});

test('an expression that is none is told at the box and where the rows would be; clearing the filter brings all back', async () => {
  mountFor(resetWith(mixed));
  await type('/(/');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  const told = document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent;
  expect(told).toMatch(/^\/\(\/ is not a regular expression: \S/);
  expect(one('no-match').textContent).toContain(told);
  await click(one('pill-risky'));
  await click(one('invert'));
  await click(one('clear-filter'));
  expect(listed()).toHaveLength(mixed.length);
  expect(box().value).toBe('');
  expect(one('pill-all').getAttribute('aria-pressed')).toBe('true');
  expect(one('invert')).toHaveProperty('checked', false);
  expect(document.activeElement).toBe(box());
});

test.each([
  ['/(?=a)b/', /looking ahead or behind may take for ever/],
  ['is:odd', /is: takes blocked, risky/],
  ['status-code:abc', /write 404, 4xx or 500-599/],
])('%s is told to be wrong, and why', async (text, words) => {
  mountFor(resetWith(mixed));
  await type(text);
  await press(box(), 'Escape');
  expect(one('filter-fault').textContent).toMatch(words);
  expect(listed()).toEqual([]);
});

test('the box’s own button takes the text away and nothing else', async () => {
  mountFor(resetWith(mixed));
  expect(all('clear-text')).toEqual([]);
  await click(one('pill-blocked'));
  await type('orders');
  await click(one('clear-text'));
  expect(box().value).toBe('');
  expect(listed()).toEqual(['1', '2', '3', '6', '9']);
});

test('inverted, the others are listed', async () => {
  mountFor(resetWith(mixed));
  await type('is:blocked');
  await click(one('invert'));
  expect(listed()).toEqual(['4', '5', '7', '8', '10', '11']);
});

const pressed = () =>
  all('pill-all')
    .concat(['blocked', 'risky', 'allowed', 'pending'].map((pill) => one(`pill-${pill}`)))
    .filter((pill) => pill.getAttribute('aria-pressed') === 'true')
    .map((pill) => pill.textContent);

test('a pill shows its verdict; with Ctrl or ⌘ it joins the others or leaves them', async () => {
  mountFor(resetWith(mixed));
  expect(pressed()).toEqual(['All 11']);
  await click(one('pill-blocked'));
  await click(one('pill-risky'));
  expect(pressed()).toEqual(['Risky 1']);
  one('pill-pending').dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
  await drawn();
  one('pill-allowed').dispatchEvent(new MouseEvent('click', { bubbles: true, metaKey: true }));
  await drawn();
  expect(pressed()).toEqual(['Risky 1', 'Allowed 3', 'Pending 1']);
  expect(listed()).toEqual(['4', '5', '7', '8', '11']);
  one('pill-risky').dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
  await drawn();
  expect(pressed()).toEqual(['Allowed 3', 'Pending 1']);
  await click(one('pill-all'));
  expect(pressed()).toEqual(['All 11']);
});

test('the pills are one tab stop, which arrows walk', async () => {
  mountFor(resetWith(mixed));
  const stops = () =>
    [...document.querySelectorAll('.pill')].filter((pill) => pill.getAttribute('tabindex') === '0');
  expect(stops()).toEqual([one('pill-all')]);
  one('pill-all').focus();
  await press(one('pill-all'), 'ArrowRight');
  expect(document.activeElement).toBe(one('pill-blocked'));
  await press(one('pill-blocked'), 'ArrowLeft');
  await press(one('pill-all'), 'ArrowLeft');
  expect(document.activeElement).toBe(one('pill-pending'));
  await click(one('pill-risky'));
  expect(stops()).toEqual([one('pill-risky')]);
});

test('Ctrl+F goes to the box and selects what stands there', async () => {
  mountFor(resetWith(mixed));
  await type('orders');
  box().blur();
  await press(document.body, 'f', { ctrlKey: true });
  expect(document.activeElement).toBe(box());
  expect([box().selectionStart, box().selectionEnd]).toEqual([0, 6]);
});

test('the filter is there again when the panel is, and nothing odd that was kept does harm', async () => {
  const settings = new Map<string, unknown>();
  const mount = () => mountFor(resetWith(mixed), undefined, undefined, settings);
  mount();
  await type('-orders');
  await click(one('invert'));
  await click(one('pill-blocked'));
  const kept = settings.get('filter');
  document.body.replaceChildren();
  mount();
  await drawn();
  expect(box().value).toBe('-orders');
  expect(one('invert')).toHaveProperty('checked', true);
  expect(pressed()).toEqual(['Blocked 5']);
  expect(listed()).toEqual(['1', '2', '3']);
  for (const odd of [
    null,
    7,
    'x',
    { text: 7, inverted: 'no', pills: 'all' },
    { pills: [1, 'odd', 'risky'] },
  ]) {
    settings.set('filter', odd);
    document.body.replaceChildren();
    mount();
    await drawn();
    expect(box().value).toBe('');
    expect(one('invert')).toHaveProperty('checked', false);
  }
  expect(pressed()).toEqual(['Risky 1']);
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
});
