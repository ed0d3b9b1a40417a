import { describe, expect, test } from 'vitest';
import type { Rule } from './rule.ts';
import { type Case, finding, findings } from './testing.ts';

/** Cases by what they are. */
type Cases = Readonly<Record<string, Case>>;

/**
 * The cases that every rule owes (the consistency test looks for this call): exchanges in which it speaks, and stands
 * first if it is an error; and near misses, in which one fact is otherwise and it must be silent.
 */
export function ruleCases(
  rule: Rule,
  { found, nearMisses }: { readonly found: Cases; readonly nearMisses: Cases },
): void {
  describe(rule.id, () => {
    test('has cases of both kinds', () => {
      expect(Object.keys(found)).not.toEqual([]);
      expect(Object.keys(nearMisses)).not.toEqual([]);
    });
    test.each(Object.entries(found))('speaks: %s', (_, made) => {
      const own = finding(rule.id, made);
      expect(own).not.toBeNull();
      if (own?.severity === 'error') expect(findings(made)[0]?.rule).toBe(rule.id);
    });
    test.each(Object.entries(nearMisses))('is silent: %s', (_, made) => {
      expect(finding(rule.id, made)).toBeNull();
    });
  });
}
