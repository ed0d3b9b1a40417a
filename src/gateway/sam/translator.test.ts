import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../template/index.ts';
import { readApis } from './read-apis.ts';
import type { TemplateApi, TemplateCondition } from './template-api.ts';
import { type Translated, templateOf } from './translator.testing.ts';

const translated = (file: string): readonly Translated[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'));

const nameOf = (condition: TemplateCondition | null) =>
  condition === null ? null : `${condition.negated ? '!' : ''}${condition.name}`;

/** Every OPTIONS method that we expect of a REST API: SAM's mocks, and those of events and definitions. */
const optionsOf = (api: TemplateApi) => [
  ...api.preflights.map(({ path, condition, security, headers }) => ({
    path,
    condition: nameOf(condition),
    type: 'mock',
    security,
    headers: Object.fromEntries(
      headers.map(({ name, value }) => [name, typeof value === 'string' ? value : toJson(value)]),
    ),
  })),
  ...api.routes
    .filter(({ method }) => method === 'OPTIONS')
    .map(({ path, condition, security, integration, mapping }) => ({
      path,
      condition: nameOf(condition),
      type: integration === 'lambda' ? 'aws_proxy' : integration === 'unknown' ? null : integration,
      security,
      headers: Object.fromEntries(mapping?.headers ?? []),
    })),
];

const byPath = (
  a: { path: string; condition: string | null },
  b: { path: string; condition: string | null },
) => (`${a.path} ${a.condition}` < `${b.path} ${b.condition}` ? -1 : 1);

const records = (apis: readonly TemplateApi[], kind: TemplateApi['kind'], suffix = '') =>
  Object.fromEntries(
    apis
      .filter((api) => api.kind === kind)
      .map(({ logicalId, corsValue }) => [
        `${logicalId}${suffix}`,
        corsValue === null ? null : toJson(corsValue),
      ]),
  );

describe.each(['translator.fixture.json', 'edge-cases.fixture.json'])('%s', (file) => {
  const accepted = translated(file).filter(({ error }) => error === undefined);

  it.each(accepted)('$name: the same OPTIONS methods, security and header values', ({ template, made }) => {
    const apis = readApis(templateOf(template)).filter(({ kind }) => kind === 'rest');
    const expected = Object.entries(made?.rest ?? {}).map(([id, options]) => [id, options.toSorted(byPath)]);
    expect(Object.fromEntries(apis.map((api) => [api.logicalId, optionsOf(api).toSorted(byPath)]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it.each(accepted)('$name: the same configuration of HTTP APIs and function URLs', ({ template, made }) => {
    const apis = readApis(templateOf(template));
    expect(records(apis, 'http')).toEqual(made?.http);
    expect(records(apis, 'function-url', 'Url')).toEqual(made?.urls);
  });
});
