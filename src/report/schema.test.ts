import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corsErrorCodes } from '../cors/index.ts';
import { buildReport } from './build.ts';
import { toJson } from './json.ts';
import { sampleAllowed, sampleBlocked, sampleDeep, sampleInput } from './samples.ts';

/** The keywords of JSON Schema that `docs/report.schema.json` uses; any other makes the test fail. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
}

const keywords = new Set(
  '$ref type const enum anyOf required properties items minItems maxItems minimum description $schema $id title definitions'.split(
    ' ',
  ),
);
const root: Schema & { definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync('docs/report.schema.json', 'utf8'),
);

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The places at which a value breaks the schema. */
function faults(value: unknown, schema: Schema, at = '$'): readonly string[] {
  const unknown = Object.keys(schema).filter((keyword) => !keywords.has(keyword));
  if (unknown.length > 0) return [`${at}: the schema uses ${unknown.join(', ')}`];
  if (schema.$ref !== undefined) {
    const target = root.definitions[schema.$ref.replace('#/definitions/', '')];
    return target === undefined ? [`${at}: no ${schema.$ref}`] : faults(value, target, at);
  }
  if (schema.anyOf?.every((option) => faults(value, option, at).length > 0)) return [`${at}: fits no option`];
  if ('const' in schema && value !== schema.const) return [`${at}: not ${JSON.stringify(schema.const)}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)}`];
  const type = schema.type === 'integer' && Number.isInteger(value) ? 'integer' : typeOf(value);
  if (schema.type !== undefined && schema.type !== type) return [`${at}: ${type}, not ${schema.type}`];
  if (typeof value === 'number' && value < (schema.minimum ?? -Infinity)) return [`${at}: too small`];
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity } = schema;
    if (value.length < minItems || value.length > maxItems) return [`${at}: ${value.length} items`];
    return items === undefined ? [] : value.flatMap((item, i) => faults(item, items, `${at}[${i}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map(Object.entries(value));
  return [
    ...(schema.required ?? []).filter((name) => !fields.has(name)).map((name) => `${at}.${name}: missing`),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      fields.has(name) ? faults(fields.get(name), field, `${at}.${name}`) : [],
    ),
  ];
}

/** Fields of a value that the schema does not name: the schema would be silent about them. */
function undescribed(value: unknown, schema: Schema, at = '$'): readonly string[] {
  if (schema.$ref !== undefined)
    return undescribed(value, root.definitions[schema.$ref.replace('#/definitions/', '')] ?? {}, at);
  if (schema.anyOf !== undefined) {
    const fitting = schema.anyOf.find((option) => faults(value, option).length === 0);
    return undescribed(value, fitting ?? {}, at);
  }
  if (Array.isArray(value))
    return value.flatMap((item, i) => undescribed(item, schema.items ?? {}, `${at}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const described = schema.properties?.[name];
    return described === undefined ? [`${at}.${name}`] : undescribed(field, described, `${at}.${name}`);
  });
}

describe('docs/report.schema.json', () => {
  const full = JSON.parse(
    toJson(buildReport(sampleInput([sampleBlocked(), sampleAllowed(), sampleDeep()]), { redact: true })),
  );
  const empty = JSON.parse(
    toJson(buildReport({ source: { kind: 'har' }, exchanges: [], apis: [] }, { redact: false })),
  );

  test.each([
    ['a full report', full],
    ['an empty one', empty],
  ])('fits %s', (_what, report) => {
    expect(faults(report, root)).toEqual([]);
  });

  test('describes every field that is written', () => {
    expect(undescribed(full, root)).toEqual([]);
  });

  test('takes a report with a template, describes it, and takes reports of before there were any', () => {
    const template = {
      name: 'template.yaml',
      findings: sampleBlocked().findings,
      warnings: [{ line: 3, column: 1, text: 'Odd.' }],
    };
    const report = JSON.parse(
      toJson(buildReport({ ...sampleInput([sampleBlocked()]), template }, { redact: true })),
    );
    expect(report.template.findings).not.toEqual([]);
    expect(faults(report, root)).toEqual([]);
    expect(undescribed(report, root)).toEqual([]);
    expect(faults({ ...report, template: { name: 3 } }, root)).not.toEqual([]);
    const { template: _, ...before } = report;
    expect(faults(before, root)).toEqual([]);
  });

  test('knows the reason codes of the engine', () => {
    expect(root.definitions.code?.enum).toEqual([...corsErrorCodes]);
  });

  const [exchange] = full.exchanges;
  test.each([
    ['another version', { ...full, schema: 'cors-inspector/report/2' }, '$.schema'],
    ['no APIs', { ...full, apis: undefined }, '$.apis'],
    [
      'an unknown outcome',
      { ...full, exchanges: [{ ...exchange, verdict: { ...exchange.verdict, outcome: 'fine' } }] },
      '$.exchanges[0].verdict.outcome',
    ],
    ['an exchange without hops', { ...full, exchanges: [{ ...exchange, hops: [] }] }, '$.exchanges[0].hops'],
    [
      'an unknown requester',
      { ...full, exchanges: [{ ...exchange, requester: 'cat' }] },
      '$.exchanges[0].requester',
    ],
    [
      'a header that is no pair',
      { ...full, exchanges: [{ ...exchange, request: { ...exchange.request, headers: [['a']] } }] },
      '$.exchanges[0].request.headers[0]',
    ],
  ])('refuses %s', (_what, report, place) => {
    expect(faults(report, root).map((fault) => fault.split(':')[0])).toContain(place);
  });
});
