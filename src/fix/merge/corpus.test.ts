import { describe, expect, it } from 'vitest';
import { corpus, keptDiff } from './corpus.testing.ts';
import { diffOf } from './diff.ts';
import { apiOf, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';
import { saysPolicy } from './says-policy.ts';

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
