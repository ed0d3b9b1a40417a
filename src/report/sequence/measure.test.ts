import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, widthOf, wrap } from './measure.ts';

test.each([
  ['short', 60, ['short']],
  ['no access-control-allow-origin', 150, ['no access-control-', 'allow-origin']],
  ['https://api.example/a/b', 130, ['https://api.example/', 'a/b']],
  ['unbreakable', 40, ['unbrea', 'kable']],
  ['', 60, ['']],
])('%j in %i px', (text, room, lines) => {
  expect(wrap(text, room, 'wire', 3)).toEqual(lines);
});

test('what does not fit ends in an ellipsis, never in half a character', () => {
  expect(shorten('abcdefgh', 40, 'wire')).toMatch(/^abc.*…$/);
  expect(shorten('😀😀😀😀', 40, 'words')).not.toMatch(/\p{Cs}/u);
  expect(shorten('fits', 400, 'wire')).toBe('fits');
});

test('lines are no more and no wider than asked, and nothing before the ellipsis is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 40, max: 300 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('words', 'wire'),
      (text, room, maxLines, face) => {
        const lines = wrap(text, room, face, maxLines);
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        for (const line of lines) expect(widthOf(line, face)).toBeLessThanOrEqual(room);
        const kept = lines.join('').replace(/…$/, '').replaceAll(/\s/g, '');
        expect(text.replaceAll(/\s/g, '').startsWith(kept)).toBe(true);
      },
    ),
  );
});
