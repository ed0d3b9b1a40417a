// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { headerNotAllowed, redirected, unreachable } from '../gallery/http-exchanges.ts';
import { finding } from '../gallery/make.ts';
import { blockedPreflight, healthy } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

async function opened(diagnosed: Diagnosed, copied: string[] = []) {
  const mounted = mountFor(resetWith([diagnosed]), async (text) => {
    copied.push(text);
  });
  await click(one('exchange'));
  return mounted;
}

const target = () => document.querySelector<HTMLElement>('.target');

test('evidence leads to its header’s row, which gets the focus', async () => {
  await opened(headerNotAllowed);
  const [, response] = all('evidence');
  expect(response?.textContent).toBe('preflight response');
  await click(response);
  expect(one('tab-headers').getAttribute('aria-selected')).toBe('true');
  expect(target()?.querySelector('th')?.textContent).toBe('access-control-allow-headers');
  expect(target()?.closest('section')?.getAttribute('aria-label')).toBe('Preflight');
  expect(document.activeElement).toBe(target());
});

test('evidence of a header that is missing leads to the row that says so; of a status, to the message', async () => {
  await opened(blockedPreflight);
  await click(all('evidence')[0]);
  expect(target()?.textContent).toBe('Response 401expected 200 to 299 ');
  await click(one('tab-diagnosis'));
  await click(all('evidence').at(-1));
  expect(target()?.dataset.state).toBe('missing');
  expect(target()?.querySelector('th')?.textContent).toBe('access-control-allow-origin');
});

test('evidence of an earlier hop shows that hop, and another can be chosen', async () => {
  const [cause] = redirected.findings;
  const evidence = [{ message: 'actual-response', hop: 0, header: 'location' } as const];
  await opened({ ...redirected, findings: [finding({ rule: 'r', title: 't', ...cause, evidence })] });
  await click(one('evidence'));
  const pressed = () => all('hop').map((each) => each.getAttribute('aria-pressed'));
  expect(pressed()).toEqual(['true', 'false']);
  expect(target()?.textContent).toContain('https://files.example.com/7');
  await click(all('hop')[1]);
  expect(pressed()).toEqual(['false', 'true']);
  expect(target()).toBeNull();
  expect(one('messages-actual').textContent).toContain('http://localhost:3000/');
});

test('a template’s line is shown in its place, and put away again', async () => {
  const text = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';
  const evidence = [{ message: 'template', line: 5, column: 2, value: 'five' } as const];
  const subject = { ...blockedPreflight, findings: [finding({ rule: 'r', title: 't', evidence })] };
  const template = { name: 'template.yaml', text, apis: [], findings: [], warnings: [], fault: null };
  mountFor(resetWith([subject], { template }));
  await click(one('exchange'));
  const line = one('detail').querySelector<HTMLElement>('[data-testid="evidence"]') ?? undefined;
  expect(line?.textContent).toBe('template.yaml:5:2');
  await click(line);
  expect([...one('excerpt').children].map((each) => each.textContent)).toEqual([
    '2two',
    '3three',
    '4four',
    '5five',
    '6six',
    '7seven',
    '8eight',
  ]);
  expect(one('excerpt').querySelector('[aria-current]')?.textContent).toBe('5five');
  await click(line);
  expect(all('excerpt')).toEqual([]);
});

test('a cause that is the page’s own shows the line of the call, which opens in Sources', async () => {
  const call = [{ functionName: 'save', url: 'https://app.example/orders.ts', line: 57, column: 9 }];
  const [cause] = headerNotAllowed.findings;
  const subject: Diagnosed = {
    ...headerNotAllowed,
    exchange: { ...headerNotAllowed.exchange, call },
    findings: [finding({ rule: 'r', title: 't', ...cause, owner: 'client' })],
  };
  const { opened: sources } = await opened(subject);
  const frame = one('finding').querySelector<HTMLElement>('[data-testid="frame"]') ?? undefined;
  expect(frame?.textContent).toBe('orders.ts:57');
  await click(frame);
  expect(sources).toEqual([['https://app.example/orders.ts', 57, 9]]);
});

test('why a cause happens is a click away, without a network', async () => {
  await opened({
    ...blockedPreflight,
    findings: [
      finding({ rule: 'wildcard-origin', title: 't' }),
      finding({ rule: 'of-tomorrow', title: 't' }),
    ],
  });
  for (const why of all('why')) {
    why.setAttribute('open', '');
    why.dispatchEvent(new Event('toggle'));
  }
  await expect.poll(() => all('why').map((why) => why.textContent?.length ?? 0)).not.toContain(16);
  const [known, unknown] = all('why');
  expect(known?.textContent).toMatch(/What you see.+Why.+What to change.+How it is known/);
  expect(known?.querySelector('a')?.href).toMatch(/causes\.md#wildcard-origin$/);
  expect(unknown?.textContent).toContain('No more is known');
});

test('symptoms fold under their own cause', async () => {
  const symptom = (rule: string, causedBy: string) => finding({ rule, title: rule, causedBy });
  await opened({
    ...blockedPreflight,
    findings: [
      finding({ rule: 'a', title: 'a' }),
      finding({ rule: 'b', title: 'b' }),
      symptom('s', 'b'),
      symptom('t', 'gone'),
    ],
  });
  const [own, stray] = all('symptoms');
  expect(own?.previousElementSibling?.querySelector('h2')?.textContent).toBe('b');
  expect(own?.querySelector('h2')?.textContent).toBe('s');
  expect(stray?.querySelector('h2')?.textContent).toBe('t');
});

test('the headers of a table are one tab stop; arrows walk, a click copies name and value as they are', async () => {
  const copied: string[] = [];
  await opened(headerNotAllowed, copied);
  await click(one('tab-headers'));
  const table = one('messages-preflight').querySelectorAll('table')[1];
  const buttons = [...(table?.querySelectorAll<HTMLElement>('[data-testid="copy-header"]') ?? [])];
  expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  const [first, second] = buttons;
  if (first === undefined) throw new Error('no header');
  first.focus();
  await press(first, 'ArrowDown');
  expect(document.activeElement).toBe(second);
  expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1]);
  await click(second);
  expect(copied).toEqual(['access-control-allow-methods: GET,PATCH']);
  expect(one('announcement').textContent).toBe('Copied header');
});

test('the focus stays in the detail when its content changes, and goes to the list with it', async () => {
  mountFor(resetWith([blockedPreflight, healthy]));
  await click(all('exchange')[0]);
  one('show-fix').focus();
  await click(one('show-fix'));
  expect(document.activeElement?.getAttribute('role')).toBe('tabpanel');
  one('close-detail').focus();
  await click(one('close-detail'));
  await drawn();
  expect(document.activeElement).toBe(one('list'));
});

test('a request without an answer says so in its time, too', async () => {
  await opened(unreachable);
  expect(one('timing').textContent).toContain('Total');
});
