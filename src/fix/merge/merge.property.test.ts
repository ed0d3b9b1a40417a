import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApis } from '../../gateway/index.ts';
import { randomTemplate } from '../../gateway/sam/random-template.testing.ts';
import { spliced } from './draft.ts';
import { apiOf, changeOf, randomPolicy, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';
import { saysPolicy } from './says-policy.ts';

describe('any template and any policy', () => {
  it('merged, the template allows exactly the policy; a second merge changes nothing', {
    timeout: 60_000,
  }, () => {
    let possible = 0;
    fc.assert(
      fc.property(randomTemplate, randomPolicy, fc.boolean(), (text, policy, flag) => {
        const template = templateOf(text);
        const change = changeOf(policy, { errorHeaders: flag, explicitRoutes: flag });
        for (const api of readApis(template)) {
          const done = mergeChange(template, api, change);
          // A setting that is a function; whatever is kept out by reading it again is a fault of the merge.
          if (!done.ok) expect(done.reason, done.nearest).not.toBe('value-not-writable');
          if (!done.ok) continue;
          possible += 1;
          expect(spliced(text, done.edits)).toBe(done.text);
          const after = templateOf(done.text);
          const read = apiOf(after, api.logicalId, api.kind);
          expect(saysPolicy(read, policy), done.text).toBe(true);
          expect(mergeChange(after, read, change), done.text).toMatchObject({ ok: true, edits: [] });
        }
      }),
      { numRuns: 150 },
    );
    expect(possible).toBeGreaterThan(80);
  });
});
