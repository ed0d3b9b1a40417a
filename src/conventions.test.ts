/** docs/conventions.md names only tests that exist, and leaves no row without a test or a reason. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Row {
  readonly expected: string;
  readonly met: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

function rowsOf(page: string): readonly Row[] {
  const lines = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return lines
    .filter((line) => !line.endsWith('| met | shown by |'))
    .map((line) => {
      const [, expected = '', met = '', shown = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      const tests = shown === '' ? [] : shown.split('<br>').map(testOf);
      return { expected, met, tests };
    });
}

function testOf(text: string): { readonly file: string; readonly title: string } {
  const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(text) ?? [];
  return { file, title };
}

/** The titles of a file's tests, as they are written. */
function titlesOf(source: string): ReadonlySet<string> {
  const titles = source.matchAll(
    /(?:\b(?:test|it)(?:\.each\([\w.()]*\))?|\]\)|\)\))\(\s*(['`])((?:\\.|(?!\1).)+)\1\s*,\s*(?:async )?\(/gs,
  );
  return new Set([...titles].map(([, , title = '']) => title.replaceAll(/\\(.)/gs, '$1')));
}

const rows = rowsOf(read('docs/conventions.md'));

test('there is a table, and it has rows', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(new Set(rows.map(({ expected }) => expected)).size).toBe(rows.length);
});

describe.each(rows)('$expected', ({ met, tests }) => {
  test('is met, or there is a reason why not', () => {
    expect(met).toMatch(/^(?:Yes\b|(?:No|No, on purpose|In part): .{20})/);
    if (met.startsWith('Yes')) expect(tests.length).toBeGreaterThan(0);
  });

  test('its tests exist', () => {
    for (const { file, title } of tests) {
      expect(file, 'a test file').toMatch(/\.(?:test|spec)\.tsx?$/);
      expect(existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true);
      expect([...titlesOf(read(file))], file).toContain(title);
    }
  });
});
