import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApis } from '../../gateway/index.ts';
import { randomTemplate } from '../../gateway/sam/random-template.testing.ts';
import { parseTemplate, type Template, toJson } from '../../template/index.ts';
import { apiOf, changeOf, randomPolicy, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';
import { saysPolicy } from './says-policy.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'gateway', 'sam', 'fixtures');
const corpus = join(import.meta.dirname, 'corpus');

/** The official translator's own inputs, the edge cases beside them, and this folder's corpus. */
const texts: readonly string[] = [
  ...['translator', 'edge-cases'].flatMap((name): readonly string[] => {
    const all: readonly { readonly template: string }[] = JSON.parse(
      readFileSync(join(fixtures, `${name}.fixture.json`), 'utf8'),
    );
    return all.map(({ template }) => template);
  }),
  ...readdirSync(corpus)
    .filter((file) => /\.(?:yaml|json)$/.test(file) && file !== 'changes.json')
    .map((file) => readFileSync(join(corpus, file), 'utf8')),
].filter((text) => parseTemplate(text).ok);

const ours = [
  /^Cors$|^CorsConfiguration$|^x-amazon-apigateway-cors$/,
  /^Add(?:DefaultAuthorizer|ApiKeyRequired)ToCorsPreflight$/,
  /^contentHandling$/,
  /^(?:method\.response\.header\.)?(?:access-control-|vary$)/i,
];

/** The template without what a merge may write: those settings, OPTIONS events and mocks, and maps that hold nothing else. */
function rest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rest);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    if (ours.some((one) => one.test(key)) || isOptionsEvent(inner) || isOwnMock(inner)) return [];
    if (isOverride(inner)) return [];
    const below = rest(inner);
    return isNothing(below) ? [] : [[key, below] as const];
  });
  return Object.fromEntries(kept);
}

const isNothing = (value: unknown) =>
  value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** What a definition gets where several origins ask. */
const isOwnMock = (value: unknown) => /^\{"summary":"CORS preflight",/.test(JSON.stringify(value));
const isOverride = (value: unknown) =>
  typeof value === 'string' && (/responseOverride/.test(value) || /^\s*\{\}\s*$/.test(value));

const isOptionsEvent = (value: unknown) =>
  /^\{"Type":"(?:Api|HttpApi)",.*"Method":"options"/i.test(JSON.stringify(value));

function check(template: Template, policy: Parameters<typeof changeOf>[0], flag: boolean): number {
  const change = changeOf(policy, { errorHeaders: flag, explicitRoutes: flag });
  let possible = 0;
  for (const api of readApis(template)) {
    const done = mergeChange(template, api, change);
    if (!done.ok) continue;
    possible += 1;
    const after = templateOf(done.text);
    expect(rest(toJson(after.root)), done.text).toEqual(rest(toJson(template.root)));
    const read = apiOf(after, api.logicalId, api.kind);
    expect(saysPolicy(read, change.policy), done.text).toBe(true);
    expect(mergeChange(after, read, change), done.text).toMatchObject({ ok: true, edits: [] });
  }
  return possible;
}

describe('a merge writes CORS and nothing else', () => {
  it('in the translator’s own inputs and in the corpus, for any policy', { timeout: 60_000 }, () => {
    let possible = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), randomPolicy, fc.boolean(), (text, policy, flag) => {
        possible += check(templateOf(text), policy, flag);
      }),
      { numRuns: 400 },
    );
    expect(texts.length).toBeGreaterThan(100);
    expect(possible).toBeGreaterThan(250);
  });

  it('in any template', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomTemplate, randomPolicy, fc.boolean(), (text, policy, flag) => {
        check(templateOf(text), policy, flag);
      }),
      { numRuns: 100 },
    );
  });

  it('alike whatever the line breaks, the byte order mark and the end of the text', {
    timeout: 60_000,
  }, () => {
    const ways: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => `\ufeff${text}`,
      (text) => text.replace(/\n+$/, ''),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), randomPolicy, fc.constantFrom(...ways), (given, policy, as) => {
        const text = `${given
          .replaceAll('\r', '')
          .replace(/^\ufeff/, '')
          .trimEnd()}\n`;
        const change = changeOf(policy, { errorHeaders: true, explicitRoutes: true });
        for (const { logicalId, kind } of readApis(templateOf(text))) {
          const [plain, other] = [text, as(text)].map((one) => {
            const template = templateOf(one);
            const done = mergeChange(template, apiOf(template, logicalId, kind), change);
            return done.ok ? done.text : done.reason;
          });
          expect(other).toBe(plain?.endsWith('\n') === true ? as(plain) : plain);
        }
      }),
      { numRuns: 300 },
    );
  });
});
