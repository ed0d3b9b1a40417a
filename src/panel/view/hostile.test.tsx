// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { hostile } from '../gallery/hostile.ts';
import { resetWith } from '../gallery/scenes.ts';
import { click, mountFor, one } from '../gallery/testing.ts';

test.each(['diagnosis', 'headers', 'fix'])('strangers’ strings are text in the %s view', async (tab) => {
  const { root } = mountFor(resetWith([hostile], { notice: '<img src=x onerror=alert(1)>\u202e' }));
  await click(one('exchange'));
  await click(one(`tab-${tab}`));
  expect(root.querySelectorAll('img, script')).toHaveLength(0);
  expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  // Shown as escapes: a bidirectional override or a control character would make the reader see something else.
  for (const unseen of ['\u202e', '\u0007', '\r']) expect(root.textContent).not.toContain(unseen);
});

test('control characters are shown escaped, each value isolated', async () => {
  mountFor(resetWith([hostile]));
  await click(one('exchange'));
  await click(one('tab-headers'));
  const value = [...document.querySelectorAll('bdi')].find((each) =>
    each.textContent?.includes('a\\u{202e}b'),
  );
  expect(value?.getAttribute('dir')).toBe('auto');
  expect(value?.textContent).toContain('a\\u{202e}b\\u{7}c\\r\\nd');
});
