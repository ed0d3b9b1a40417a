import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApis } from '../../gateway/index.ts';
import type { Edit } from './change.ts';
import { changeOf, randomPolicy, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';

const corpus = join(import.meta.dirname, 'corpus');
const texts = readdirSync(corpus)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(join(corpus, file), 'utf8').replaceAll('\r', ''));

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const here = { text: line, start };
    start += line.length + 1;
    return here;
  });
}

/** Whether an edit takes something of a line away; what it only adds, before it or after it, touches none. */
const takesOf = ({ text, start }: Line, { start: from, end }: Edit): boolean =>
  from < start + text.length && end > start;

/** What a line holds that a merge may take something of: a CORS setting, its values, the braces in which one stands, an empty section. */
const cors =
  /^ *- [\w*'"]+$|^ *\w+:(?: *(?:#.*|~|null))?$|cors|allow|access-control|expose|maxage|preflight|https?:|\*|[{}[\]]|GET|POST|OPTIONS|!(?:Ref|Sub|If)|content-type|vary|responseTemplates|application\/json|#(?:set|if|end)/i;

describe('every line of a template that a merge does not touch', () => {
  it('stands as it was, in its order, and what it touches is of CORS', { timeout: 60_000 }, () => {
    let touched = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), randomPolicy, fc.boolean(), (text, policy, flag) => {
        const template = templateOf(text);
        for (const api of readApis(template)) {
          const change = changeOf(policy, { errorHeaders: flag, explicitRoutes: flag });
          const done = mergeChange(template, api, change);
          if (!done.ok) continue;
          const after = done.text.split('\n');
          let at = 0;
          for (const line of linesOf(text)) {
            if (done.edits.some((edit) => takesOf(line, edit))) {
              touched += 1;
              expect(line.text).toMatch(cors);
              continue;
            }
            const found = after.indexOf(line.text, at);
            expect(found, `${line.text}\n${done.text}`).toBeGreaterThanOrEqual(at);
            at = found + 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(touched).toBeGreaterThan(100);
  });
});
