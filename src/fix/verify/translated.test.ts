import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Policy, readApis, type TemplateApi } from '../../gateway/index.ts';
import { parseTemplate } from '../../template/index.ts';

/** A merged template, and what AWS's own translator made of it: kept by `npm run verify:sam -- --keep`. */
interface Translated {
  readonly name: string;
  readonly api: string;
  readonly kind: TemplateApi['kind'];
  readonly policy: Policy;
  readonly text: string;
  readonly made: unknown;
}

const kept: readonly Translated[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'translated.fixture.json'), 'utf8'),
);

const literal = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const headersOf = (headers: object): unknown =>
  Object.entries(headers)
    .filter(([, value]) => literal(value))
    .map(([name, value]) => [name, String(value).replace(/^'|'$/g, '')])
    .sort();

/** What the official translator put into its mocks, by path, where it is a literal. */
const mocksOf = (made: unknown): unknown =>
  Array.isArray(made)
    ? made.map(({ path, headers }) => JSON.stringify([path, headersOf(headers)])).sort()
    : null;

describe('our reader and AWS’s translator say the same of every merged template', () => {
  it('of both corpora', () => {
    expect(kept.filter(({ name }) => name.startsWith('corpus/')).length).toBeGreaterThanOrEqual(40);
    expect(kept.some(({ name }) => name.startsWith('translator/'))).toBe(true);
  });

  it.each(kept.map((one) => [`${one.name}, ${one.api}`, one] as const))('%s', (_name, one) => {
    const read = parseTemplate(one.text);
    if (!read.ok) throw new Error(read.fault.reason);
    const api = readApis(read.template).find(({ logicalId }) => logicalId === one.api);
    if (one.kind !== 'rest') {
      // A list may hold a function's value beside the policy's own.
      expect(api?.policy?.origins).toEqual(expect.arrayContaining([...one.policy.origins]));
      expect(api?.policy).toMatchObject({ credentials: one.policy.credentials });
      expect(one.made).not.toBeNull();
      return;
    }
    // What a definition writes itself is a route like any.
    if (api?.routes.some(({ method, mapping }) => method === 'OPTIONS' && mapping !== null)) return;
    const ours = (api?.preflights ?? []).map(({ path, headers }) => ({
      path,
      headers: Object.fromEntries(
        headers.map(({ name, value, sent }) => [
          name,
          typeof value === 'object' && value.kind === 'intrinsic' ? {} : sent,
        ]),
      ),
    }));
    expect(mocksOf(ours)).toEqual(mocksOf(one.made));
  });
});
