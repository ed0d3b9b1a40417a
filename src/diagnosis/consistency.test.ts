/** No rule lands half: what every rule owes its readers and its tests. Scenarios are asked for beside the emulator. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causesMarkdown } from './causes.ts';
import { familyOf } from './families.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { settingReasons } from './template/words/common-words.ts';

const here = new URL('./rules/', import.meta.url);
const files = readdirSync(here);
const read = (file: string) => readFileSync(new URL(file, here), 'utf8');

/** Rules that share a file, because they differ in one word only. */
const shared: Readonly<Record<string, string>> = {
  'allow-methods-syntax': 'list-syntax',
  'allow-headers-syntax': 'list-syntax',
  ...Object.fromEntries(settingReasons.map((reason) => [`template-${reason}`, 'template-settings'])),
};
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The end-to-end specs' sources: where a rule says that a spec of its own makes it, one of them must name it. */
const specs = new URL('../../e2e/', import.meta.url);
const specSources = readdirSync(specs)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => readFileSync(new URL(file, specs), 'utf8'));

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule: Rule) => {
  test('has a file of its name', () => {
    expect(files).toContain(`${shared[id] ?? id}.ts`);
  });

  test('says what one sees, why, what to change and how that is known', () => {
    const { summary, symptom, why, fix, known, links } = rule.meta;
    for (const words of [summary, symptom, why, fix]) {
      expect(words?.trim()).toBe(words);
      expect(words?.length).toBeGreaterThan(10);
      expect(words).toMatch(/[.”)]$/);
    }
    expect(known).toBeDefined();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(new URL(link).protocol).toBe('https:');
  });

  test('has its section in docs/causes.md, within a family', () => {
    expect(familyOf(rule)).toBeDefined();
    expect(causesMarkdown(rules)).toContain(`\n### ${id}\n`);
  });

  test('has unit cases in which it speaks, and near misses in which it is silent', () => {
    const source = read(`${shared[id] ?? id}.test.ts`);
    // The older rules' tests state both by hand, the newer ones by a call that asks for both.
    if (source.includes(`ruleCases(${camel(id)},`) || source.includes(`ruleCases(\n  ${camel(id)},`)) return;
    expect(source).toContain(`'${id}'`);
    expect(source).toMatch(/toMatchObject\(|\.toBe\((?:rule|'[\w-]+')\)|not\.toBeNull\(\)/);
    expect(source).toMatch(/\)\)?\.toBeNull\(\)/);
  });

  if (rule.meta.noScenario === 'own-spec')
    test('is named by the spec that makes it', () => {
      const named = new RegExp(`['"\`]${id}['"\`]`);
      expect(specSources.some((source) => named.test(source))).toBe(true);
    });
});

test('ids and ranks are unique, and no file stands outside the registry', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ rank }) => rank)).size).toBe(rules.length);
  const registry = read('index.ts');
  for (const file of files.filter((name) => !/\.(?:test|testing)\.ts$/.test(name) && name !== 'index.ts'))
    expect(registry, file).toContain(`'./${file}'`);
});
