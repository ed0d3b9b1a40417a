import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../gateway/index.ts';
import type { Change, Impossible } from './change.ts';
import { diffOf } from './diff.ts';
import { apiOf, changeOf, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';
import { saysPolicy } from './says-policy.ts';

/** A template of the corpus, and what is to become of it. */
interface CorpusCase {
  readonly file: string;
  readonly text: string;
  /** The API's logical id; null for the only one. */
  readonly api: string | null;
  readonly change: Change;
  readonly impossible: Impossible | null;
}

interface Written extends Partial<Omit<Change, 'policy'>> {
  readonly policy?: Partial<Policy>;
  readonly api?: string;
  readonly impossible?: Impossible;
}

const folder = join(import.meta.dirname, 'corpus');

/** The templates beside `changes.json`, which says for some of them what is not by default. */
function corpus(): readonly CorpusCase[] {
  const all: Readonly<Record<string, Written>> = JSON.parse(
    readFileSync(join(folder, 'changes.json'), 'utf8'),
  );
  return readdirSync(folder)
    .filter((file) => /\.(?:yaml|json)$/.test(file) && file !== 'changes.json')
    .sort()
    .map((file) => {
      const { policy, api = null, impossible = null, ...flags } = all[file] ?? {};
      const change = changeOf({ origins: ['https://app.example.com'], ...policy }, flags);
      return { file, text: readFileSync(join(folder, file), 'utf8'), api, change, impossible };
    });
}

/** The diff that a careful person would make of it, as it was read and kept. */
const keptDiff = (file: string): string => readFileSync(join(folder, `${file}.diff`), 'utf8');

describe('the corpus', () => {
  const all = corpus();

  it('has at least 40 templates', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
  });

  it.each(all.filter(({ impossible }) => impossible === null))(
    '$file: the diff of a careful person, the policy and no more, nothing left for a second merge',
    ({ file, text, api: id, change }) => {
      const template = templateOf(text);
      const api = apiOf(template, id ?? undefined);
      const done = mergeChange(template, api, change);
      if (!done.ok) throw new Error(done.nearest);
      const diff = diffOf(text, done.edits, file);
      expect(diff).toBe(keptDiff(file));
      const after = templateOf(done.text);
      const read = apiOf(after, api.logicalId, api.kind);
      expect(saysPolicy(read, change.policy)).toBe(true);
      expect(mergeChange(after, read, change)).toMatchObject({ ok: true, edits: [] });
    },
  );

  it.each(all.filter(({ impossible }) => impossible !== null))(
    '$file: $impossible, and where',
    ({ text, api, change, impossible }) => {
      const template = templateOf(text);
      const done = mergeChange(template, apiOf(template, api ?? undefined), change);
      expect(done).toMatchObject({ ok: false, reason: impossible });
      expect(!done.ok && done.place).not.toBeNull();
    },
  );
});
