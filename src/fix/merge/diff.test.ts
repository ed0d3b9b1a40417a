import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from './change.ts';
import { diffOf } from './diff.ts';
import { spliced } from './draft.ts';

/** What `patch` does with a unified diff; throws where the text is not the one it was made of. */
function patched(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  let last = '';
  for (const line of (diff.match(/[^\n]*\n|[^\n]+$/g) ?? []).slice(2)) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n$/.exec(line);
    if (head !== null) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      out.push(...lines.slice(at, start));
      at = start;
    } else if (line.startsWith('\\')) {
      if (last === '+' || last === ' ') out.push((out.pop() ?? '').replace(/\n$/, ''));
    } else {
      last = line.charAt(0);
      const body = line.slice(1);
      if (last !== '+') {
        const own = lines[at];
        if (own !== body && `${own}\n` !== body) throw new Error(`line ${at + 1}: ${own} is not ${body}`);
        at += 1;
      }
      if (last !== '-') out.push(body);
    }
  }
  return [...out, ...lines.slice(at)].join('');
}

const texts = fc
  .array(fc.constantFrom('a', 'b', '', '  c', '# d', 'a\r', 'key: value'), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('', '\n').map((end) => lines.join('\n') + end));

const edited = texts.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc
      .array(fc.tuple(fc.nat(text.length), fc.constantFrom('', 'x', '\nx\ny', 'x\n', '\r\nz')), {
        maxLength: 8,
      })
      .map((cuts) => {
        const edits: Edit[] = [];
        const sorted = cuts.sort(([a], [b]) => a - b);
        for (let index = 0; index + 1 < sorted.length; index += 2) {
          const [start, put] = sorted[index] ?? [0, ''];
          const [end] = sorted[index + 1] ?? [start];
          edits.push({ start, end, text: put });
        }
        return edits;
      }),
  ),
);

describe('the diff', () => {
  it('applied to the text before gives the text after, whatever the edits', () => {
    fc.assert(
      fc.property(edited, ([text, edits]) => {
        expect(patched(text, diffOf(text, edits, 'template.yaml'))).toBe(spliced(text, edits));
      }),
      { numRuns: 1000 },
    );
  });

  it('is empty where nothing changes', () => {
    expect(diffOf('a\nb\n', [], 't')).toBe('');
    expect(diffOf('a\nb\n', [{ start: 0, end: 1, text: 'a' }], 't')).toBe('');
  });

  it('has three lines around a change, and joins changes whose lines around meet', () => {
    const text = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`).join('');
    const at = (line: number) => text.indexOf(`\n${line}\n`) + 1;
    const replace = (line: number): Edit => ({
      start: at(line),
      end: at(line) + String(line).length,
      text: 'x',
    });
    expect(diffOf(text, [replace(10)], 't')).toBe(
      '--- a/t\n+++ b/t\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+x\n 11\n 12\n 13\n',
    );
    expect(diffOf(text, [replace(5), replace(12)], 't').match(/^@@/gm)).toHaveLength(1);
    expect(diffOf(text, [replace(5), replace(13)], 't').match(/^@@.*$/gm)).toEqual([
      '@@ -2,7 +2,7 @@',
      '@@ -10,7 +10,7 @@',
    ]);
  });

  it('keeps carriage returns, and says that the last line break is missing', () => {
    expect(diffOf('a\r\nb', [{ start: 4, end: 4, text: '\r\nc' }], 't')).toBe(
      '--- a/t\n+++ b/t\n@@ -1,2 +1,3 @@\n a\r\n-b\n\\ No newline at end of file\n+b\r\n+c\n\\ No newline at end of file\n',
    );
  });

  it('keeps a stranger’s file name on its line', () => {
    expect(diffOf('a\n', [{ start: 0, end: 1, text: 'b' }], 'x\n+y.yaml')).toMatch(/^--- a\/x_\+y\.yaml\n/);
  });
});
