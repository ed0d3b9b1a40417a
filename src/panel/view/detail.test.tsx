// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { assumed, cachedPreflight, headerNotAllowed, redirected } from '../gallery/http-exchanges.ts';
import { blockedPreflight, hiddenError, wildcard } from '../gallery/rest-exchanges.ts';
import { resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one } from '../gallery/testing.ts';

async function opened(diagnosed: Diagnosed) {
  const mounted = mountFor(resetWith([diagnosed]));
  await click(one('exchange'));
  return mounted;
}

const states = () =>
  [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.getAttribute('data-state'));

test('a blocked preflight: the sentence, the six steps, the root cause, the folded symptom', async () => {
  await opened(blockedPreflight);
  expect(one('verdict').textContent).toBe(
    'Blocked at step 3, the preflight response. OPTIONS is behind the default authorizer. Mend it in the gateway configuration.Reason code PreflightMissingAllowOriginHeader',
  );
  expect(states()).toEqual(['done', 'done', 'failed', 'ghost', 'ghost', 'failed']);
  const [cause, symptom] = all('finding');
  expect(cause?.textContent).toContain('owner: gateway configuration');
  expect(cause?.textContent).toContain('preflight response:status: 401');
  expect(cause?.closest('details')).toBeNull();
  expect(symptom?.closest('details')?.querySelector('summary')?.textContent).toBe(
    '1 symptom of the same cause',
  );
  expect(symptom?.textContent).toContain('access-control-allow-origin: absent');
});

test('what rests on unrecorded behaviour or is only likely says so', async () => {
  await opened(hiddenError);
  expect([...one('finding').querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
    'likely',
    'unverified',
    'owner: handler',
  ]);
});

test('a cached preflight is told, not drawn as sent', async () => {
  await opened(cachedPreflight);
  expect(states()).toEqual(['done', 'told', 'told', 'done', 'done', 'done']);
  expect(one('sequence').textContent).toContain('2 preflight from cache');
});

test('redirects are listed, the deciding hop marked', async () => {
  await opened(redirected);
  const hops = [...one('redirects').children];
  expect(hops.map((hop) => hop.getAttribute('aria-current'))).toEqual([null, 'step']);
});

test('an assumed verdict is marked as such, and its credentials mode can be set by hand', async () => {
  const { adapter } = await opened(assumed);
  expect(one('verdict').dataset.basis).toBe('assumed');
  expect(one('verdict').textContent).toMatch(/^\?Assumed: /);
  expect(one('exchange').querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Allowed (assumed)');
  expect(one('assumption').textContent).toContain('WildcardOriginNotAllowed');
  const select = one('credentials');
  if (!(select instanceof HTMLSelectElement)) throw new Error('not a select');
  select.value = 'include';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(adapter.commands).toEqual([
    { type: 'settings', exchangeId: '8', settings: { credentials: 'include' } },
  ]);
});

test('a mode set by hand can be unset again', async () => {
  const { adapter } = await opened({ ...wildcard, settings: { credentials: 'omit', mode: 'cors' } });
  expect(one('assumption').textContent).toContain('Set by hand');
  const select = one('credentials');
  if (!(select instanceof HTMLSelectElement)) throw new Error('not a select');
  expect(select.value).toBe('omit');
  select.value = '';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(adapter.commands).toEqual([{ type: 'settings', exchangeId: '4', settings: { mode: 'cors' } }]);
});

test('where nothing is in doubt, one closed line says so', async () => {
  await opened(blockedPreflight);
  expect(one('assumption').hasAttribute('open')).toBe(false);
  expect(one('assumption').querySelector('summary')?.textContent).toMatch(/^Nothing assumed/);
  expect(all('by-hand')).toEqual([]);
});

test('headers: CORS ones first and judged, expected against got', async () => {
  await opened(headerNotAllowed);
  await click(one('tab-headers'));
  const response = one('messages-preflight').querySelectorAll('.headers')[1];
  const rows = [...(response?.querySelectorAll<HTMLElement>('[data-testid="header"]') ?? [])];
  expect(rows.map((row) => [row.dataset.state ?? null, row.querySelector('th')?.textContent])).toEqual([
    ['ok', 'access-control-allow-origin'],
    ['ok', 'access-control-allow-methods'],
    ['wrong', 'access-control-allow-headers'],
    [null, 'apigw-requestid'],
  ]);
  expect(rows[2]?.textContent).toContain('expected content-type, sentry-trace');
  expect(one('messages-actual').textContent).toContain('never sent');
});

test('a missing header has a row of its own', async () => {
  await opened(blockedPreflight);
  await click(one('tab-headers'));
  const missing = [...document.querySelectorAll('[data-state="missing"] th')].map((cell) => cell.textContent);
  expect(missing).toEqual([
    'access-control-allow-origin',
    'access-control-allow-methods',
    'access-control-allow-headers',
  ]);
});

test('the tab stays while another row is chosen', async () => {
  mountFor(resetWith([blockedPreflight, hiddenError]));
  await click(all('exchange')[0]);
  await click(one('tab-fix'));
  await click(all('exchange')[1]);
  await drawn();
  expect(one('tab-fix').getAttribute('aria-selected')).toBe('true');
  expect(one('tab-fix').tabIndex).toBe(0);
  expect(one('tab-diagnosis').tabIndex).toBe(-1);
});
