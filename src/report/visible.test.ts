import { expect, test } from 'vitest';
import { visible, visibleBlock } from './visible.ts';

test.each([
  ['a\u00a0b', 'a\\u{a0}b'],
  ['a\u3000b', 'a\\u{3000}b'],
  ['a\u3164b', 'a\\u{3164}b'],
  ['a\ufe0fb', 'a\\u{fe0f}b'],
  ['a\u200bb\u202ec', 'a\\u{200b}b\\u{202e}c'],
  ['a b\tc\r\n', 'a b\\tc\\r\\n'],
  ['é漢😀', 'é漢😀'],
])('what is drawn as nothing, or as a space that is none, is shown: %j', (value, shown) => {
  expect(visible(value)).toBe(shown);
});

test('a text of several lines keeps its own spaces', () => {
  expect(visibleBlock('a b\n\tc\u00a0d')).toBe('a b\n\tc\\u{a0}d');
});
