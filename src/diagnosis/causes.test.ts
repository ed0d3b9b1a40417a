import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { causesMarkdown } from './causes.ts';
import { rules } from './rules/index.ts';

test('docs/causes.md is what the rules say (else run node scripts/generate-docs.mjs)', () => {
  const page = readFileSync(new URL('../../docs/causes.md', import.meta.url), 'utf8');
  expect(page).toBe(causesMarkdown(rules));
});

test('every rule has one section, and the order given does not matter', () => {
  const page = causesMarkdown([...rules].reverse());
  expect(page.match(/^### .+$/gm)?.sort()).toEqual([...rules].map((rule) => `### ${rule.id}`).sort());
  expect(page).toBe(causesMarkdown(rules));
});

test('a reader finds each cause under its family, from the contents down', () => {
  const page = causesMarkdown(rules);
  for (const rule of rules) expect(page).toContain(`[${rule.id}](#${rule.id})`);
  const family = (id: string) =>
    page
      .slice(0, page.indexOf(`### ${id}\n`))
      .match(/^## .+$/gm)
      ?.at(-1);
  expect(family('insecure-url')).toBe('## No answer at all');
  expect(family('options-missing')).toBe('## The preflight is refused');
  expect(family('wildcard-origin')).toBe('## It works, but should not stay so');
});
