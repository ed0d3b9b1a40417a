// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mixed, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

const selected = () =>
  document.querySelector('[aria-selected="true"][data-id]')?.getAttribute('data-id') ?? null;

test('rows stand grouped by API and tell method, statuses, path and cause', () => {
  mountFor(resetWith(mixed));
  expect(
    all('exchange').map((row) =>
      [...row.querySelectorAll('[role="gridcell"]')].slice(1).map((cell) => cell.textContent),
    ),
  ).toEqual([
    ['PUT + Preflight', '401 → –', '/orders/42', 'OPTIONS is behind the default authorizer'],
    ['GET', '200', '/orders?page=2', 'The handler’s response has no access-control-allow-origin'],
    ['POST + Preflight', '200 → 502', '/orders', 'The handler failed (502), and CORS hides it'],
    ['GET', '200', '/catalog', 'Any origin may read this (*)'],
    ['GET', '200', '/health', '–'],
    ['PATCH + Preflight', '204 → –', '/profile', 'Header sentry-trace is not allowed'],
    ['GET (cached)', '200', '/profile', '–'],
    ['GET', '200', '/session', 'Assumed'],
    ['GET', '200', '/files/7 ↪ 1', 'The allowed origin ends in a slash'],
    ['GET', '–', '/slow', 'The request never got an answer: this is not CORS'],
    ['GET', '…', '/reports', 'Under way'],
  ]);
  expect([...document.querySelectorAll('.row.api')].map((row) => row.textContent)).toEqual([
    'a1b2c3d4e5 · Prod REST API 3 blocked of 5 · from http://localhost:3000',
    'f6g7h8i9j0 HTTP API 2 blocked of 6 · from http://localhost:3000',
  ]);
});

test('the status bar counts what is shown, all, blocked and risky', async () => {
  mountFor(resetWith(mixed));
  expect(one('status-bar').textContent).toBe('11 / 11 exchanges5 blocked1 riskyStandard capture');
  await click(one('pill-blocked'));
  expect(all('exchange')).toHaveLength(5);
  expect(one('status-bar').textContent).toBe('5 / 11 exchanges5 blocked1 riskyStandard capture');
});

test('typing in the filter narrows the list; nothing left is said', async () => {
  mountFor(resetWith(mixed));
  const filter = one('filter');
  if (!(filter instanceof HTMLInputElement)) throw new Error('not an input');
  const type = async (text: string) => {
    filter.value = text;
    filter.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
  };
  await type('patch 204');
  expect(all('exchange').map((row) => row.dataset.id)).toEqual(['6']);
  await type('no such thing');
  expect(all('exchange')).toEqual([]);
  expect(one('no-match').textContent).toContain('No exchange matches');
});

test('the grid is one tab stop; arrows, Home and End move its cursor, Enter opens, Esc closes', async () => {
  mountFor(resetWith(mixed));
  const list = one('list');
  expect(list.getAttribute('role')).toBe('treegrid');
  expect(list.querySelectorAll('[tabindex], button, a, input')).toHaveLength(0);
  await press(list, 'ArrowDown');
  expect(selected()).toBe('1');
  await press(list, 'End');
  expect(selected()).toBe('11');
  await press(list, 'ArrowUp');
  expect(selected()).toBe('10');
  await press(list, 'Home');
  expect(list.getAttribute('aria-activedescendant')).toBe('exchange-1');
  expect(all('detail')).toHaveLength(0);
  await press(list, 'Enter');
  expect(one('detail').textContent).toContain('/Prod/orders/42');
  await press(list, 'Escape');
  expect(all('detail')).toHaveLength(0);
  expect(document.activeElement).toBe(list);
});

test('a changed exchange changes its row, a removed one closes its detail', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  await click(all('exchange')[10]);
  const [last] = mixed.slice(-1);
  if (last === undefined) throw new Error('no last');
  const verdict = { ...last.judgement.verdict, outcome: 'allowed' } as const;
  adapter.say({
    type: 'changed',
    exchanges: [{ ...last, judgement: { ...last.judgement, verdict } }],
    apis: [],
  });
  await drawn();
  expect(all('exchange')[10]?.dataset.standing).toBe('allowed');
  adapter.say({ type: 'changed', exchanges: [], removed: ['11'], apis: [] });
  await drawn();
  expect(all('detail')).toHaveLength(0);
  expect(all('exchange')).toHaveLength(10);
});
