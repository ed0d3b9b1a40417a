// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { blockedPreflight, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { mixed, recording, resetWith } from '../gallery/scenes.ts';
import { all, click, drawn, mountFor, one, press } from '../gallery/testing.ts';

const hostileMarkup = '<img src=x onerror=alert(1)>';

test('deep capture is explained before it is switched on for the first time, and only then', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  one('deep').focus();
  await click(one('deep'));
  expect(adapter.commands).toEqual([]);
  expect(one('deep-explanation').textContent).toContain('started debugging this browser');
  expect(document.activeElement).toBe(one('continue-deep'));
  await click(one('continue-deep'));
  expect(adapter.commands).toEqual([{ type: 'capture', deep: true }]);
  expect(document.activeElement).toBe(one('deep'));
  await click(one('deep'));
  expect(all('deep-explanation')).toEqual([]);
  expect(adapter.commands).toHaveLength(2);
});

test('Not now and Escape leave everything as it was and give the focus back', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  one('deep').focus();
  await click(one('deep'));
  await click(one('not-now'));
  expect(all('deep-explanation')).toEqual([]);
  await click(one('deep'));
  await press(one('continue-deep'), 'Escape');
  expect(all('deep-explanation')).toEqual([]);
  expect(document.activeElement).toBe(one('deep'));
  expect(adapter.commands).toEqual([]);
});

test('the switch shows what the session says, and switches off without asking', async () => {
  const { adapter } = mountFor(resetWith(mixed, { deep: 'on', capture: 'deep' }));
  expect(one('deep')).toHaveProperty('checked', true);
  expect(one('capture').textContent).toBe('Deep capture');
  await click(one('deep'));
  expect(adapter.commands).toEqual([{ type: 'capture', deep: false }]);
  expect(one('deep')).toHaveProperty('checked', true);
  adapter.say({ type: 'state', state: { ...recording, deep: 'off' } });
  await drawn();
  expect(one('deep')).toHaveProperty('checked', false);
  adapter.say({ type: 'state', state: { ...recording, deep: 'starting' } });
  await drawn();
  expect(one('capture').textContent).toBe('Starting deep capture…');
});

test('the explanation is shown again on demand, then with nothing to switch on', async () => {
  mountFor(resetWith(mixed, { deep: 'on', capture: 'deep' }));
  await click(one('explain-deep'));
  expect(all('continue-deep')).toEqual([]);
  await click(one('close-explanation'));
  expect(all('deep-explanation')).toEqual([]);
});

test('without a debugger the switch is not offered, and the status bar says why', () => {
  mountFor(resetWith(mixed, { deep: 'unavailable' }));
  expect(all('deep')).toEqual([]);
  expect(all('disable-cache')).toEqual([]);
  expect(one('capture').title).toContain('gives extensions no debugger');
});

test('disable cache is a command in deep capture; elsewhere it explains what it needs', async () => {
  const { adapter } = mountFor(resetWith(mixed));
  expect(one('disable-cache').getAttribute('aria-description')).toContain('Needs deep capture');
  await click(one('disable-cache'));
  expect(one('deep-explanation').textContent).toContain('Disable cache');
  expect(adapter.commands).toEqual([]);
  adapter.say({ type: 'state', state: { ...recording, deep: 'on', capture: 'deep' } });
  await drawn();
  await click(one('disable-cache'));
  expect(adapter.commands).toEqual([{ type: 'disable-cache', on: true }]);
});

test('when deep capture ended, a notice says why, offers it again, and can be dismissed', async () => {
  const { adapter } = mountFor(resetWith(mixed, { deepNotice: 'The bar was closed.', notice: 'a.har' }));
  expect(one('notice').textContent).toContain('a.har');
  expect(one('deep-notice').textContent).toContain('The bar was closed.');
  await click(one('deep-again'));
  expect(all('deep-explanation')).toHaveLength(1);
  await click(one('continue-deep'));
  expect(adapter.commands).toEqual([{ type: 'capture', deep: true }]);
  await click(one('dismiss-deep-notice'));
  expect(all('deep-notice')).toEqual([]);
  expect(all('notice')).toHaveLength(1);
});

const frame = (line: number) => ({
  functionName: line === 12 ? 'load' : '',
  url: 'https://a.test/js/app.js?v=1',
  line,
  column: 3,
});

function deep(of: Diagnosed, parts: Partial<Diagnosed['exchange']>): Diagnosed {
  return { ...of, exchange: { ...of.exchange, ...parts } };
}

test('the call’s stack names file and line, opens Sources, and folds what is long', async () => {
  const call = [12, 30, 31, 32, 33, 34].map(frame);
  const { opened } = mountFor(resetWith([deep(blockedPreflight, { call })]));
  await click(all('exchange')[0]);
  expect(one('call').textContent).toContain('Called from app.js:12 in load');
  expect(one('call').querySelector('summary')?.textContent).toBe('2 more frames');
  await click(all('frame')[0]);
  expect(opened).toEqual([['https://a.test/js/app.js?v=1', 12, 3]]);
});

test('a frame without a file, or with a hostile one, is text', async () => {
  const call = [
    { functionName: '', url: '', line: 1, column: 1 },
    { functionName: hostileMarkup, url: `https://a.test/${hostileMarkup}`, line: 2, column: 1 },
  ];
  mountFor(resetWith([deep(blockedPreflight, { call })]));
  await click(all('exchange')[0]);
  expect(all('frame')[0]?.tagName).toBe('SPAN');
  expect(one('call').querySelector('img, script')).toBeNull();
});

test('the browser’s word stands beside ours; one that this version does not know is shown and flagged', async () => {
  const known = deep(blockedPreflight, {
    reported: { code: 'PreflightInvalidStatus', name: 'PreflightInvalidStatus', parameter: '401' },
  });
  const unknown = deep(noAllowOrigin, { reported: { code: null, name: 'BrandNewError', parameter: '' } });
  mountFor(resetWith([known, unknown]));
  await click(all('exchange')[0]);
  expect(one('browser-word').textContent).toContain('PreflightInvalidStatus (401)');
  await click(all('exchange')[1]);
  expect(one('browser-word').textContent).toContain('BrandNewError unknown to this version');
});

test('the same word is not said twice', async () => {
  const { code, parameter } = noAllowOrigin.judgement.verdict;
  if (code === null) throw new Error('the scene is blocked');
  const same = deep(noAllowOrigin, { reported: { code, name: code, parameter: parameter ?? '' } });
  mountFor(resetWith([same]));
  await click(all('exchange')[0]);
  expect(one('verdict').textContent?.split(code)).toHaveLength(2);
  expect(one('browser-word').textContent).toBe('The browser gives the same code.');
});

test('disagreements are counted in the status bar, silent at zero, and a click shows them', async () => {
  const disagreement = { computed: 'allowed', reported: 'MissingAllowOriginHeader' } as const;
  const wrong: Diagnosed = {
    ...noAllowOrigin,
    judgement: { ...noAllowOrigin.judgement, disagreement },
  };
  const { adapter } = mountFor(resetWith([blockedPreflight]));
  expect(all('disagreements')).toEqual([]);
  adapter.say(resetWith([blockedPreflight, wrong]));
  await drawn();
  expect(one('disagreements').textContent).toBe('1 disagreement with the browser');
  await click(one('disagreements'));
  expect(all('exchange')).toHaveLength(1);
  expect(one('disagreement').textContent).toContain('MissingAllowOriginHeader');
  expect(one('disagreement').textContent).toContain('Computed: allowed');
});
