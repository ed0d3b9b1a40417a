import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { describeTemplateFault, describeTemplateWarning } from './describe-fault.ts';
import { toJson } from './json.ts';
import { parseTemplate } from './parse-template.ts';
import { faultOf, templateOf } from './template.testing.ts';
import { valueAt } from './value.ts';

const metadata = (text: string) =>
  toJson(valueAt(templateOf(text).root, 'Metadata') ?? templateOf(text).root);

describe('a SAM template', () => {
  const template = templateOf(`Transform: AWS::Serverless-2016-10-31
Globals: { Api: { TracingEnabled: true } }
Resources:
  Api:
    Type: AWS::Serverless::Api
    Condition: IsProd
    Properties: { StageName: prod }
  Bare:
    Type: AWS::Serverless::HttpApi
`);

  test('tells its resources in order, with the places of their names', () => {
    const found = [...template.resources.values()];
    expect(
      found.map(({ logicalId, type, condition, place }) => [logicalId, type, condition, place.line]),
    ).toEqual([
      ['Api', 'AWS::Serverless::Api', 'IsProd', 4],
      ['Bare', 'AWS::Serverless::HttpApi', null, 8],
    ]);
    expect(found.map(({ properties }) => properties && toJson(properties))).toEqual([
      { StageName: 'prod' },
      null,
    ]);
    expect(template).toMatchObject({ isSam: true, warnings: [] });
  });
});

test.each([
  ['{ A: !Sub x, B: !Ref 1 }', { A: { 'Fn::Sub': 'x' }, B: { Ref: '1' } }],
  ['!GetAtt Api.Arn.Part', { 'Fn::GetAtt': ['Api', 'Arn.Part'] }],
  ['!If [A, !Ref B, !Condition C]', { 'Fn::If': ['A', { Ref: 'B' }, { Condition: 'C' }] }],
  ['[yes, y, 010, 2010-09-09, "on", !!str 5, !!int "5"]', [true, 'y', 8, '2010-09-09', 'on', '5', 5]],
  ['{ 200: a, on: b, __proto__: c }', JSON.parse('{"200":"a","on":"b","__proto__":"c"}')],
  ['{ "<<": a }', { '<<': 'a' }],
])('%s means what SAM reads', (text, json) => {
  expect(metadata(`Resources: {}\nMetadata: ${text}\n`)).toEqual(json);
});

test('anchors, aliases and merge keys: own keys win, then the first map', () => {
  const text = 'Resources: {}\nX: [&a { A: 1, B: 1 }, &b { B: 2, C: 2 }]\nMetadata: { <<: [*a, *b], A: 0 }\n';
  expect(metadata(text)).toEqual({ A: 0, B: 1, C: 2 });
  expect(templateOf(text).warnings.map(({ reason }) => reason)).toEqual([
    'not-sam',
    'merge-key',
    'alias',
    'alias',
  ]);
});

describe('one line for what cannot be read', () => {
  const laughs = `A: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh']
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]\n`)
    .join('')}`;
  test.each([
    ['', '1:1: not a CloudFormation or SAM template: it has no "Resources" map'],
    ['<html>', '1:1: not a CloudFormation or SAM template: it has no "Resources" map'],
    ['Resources: [a]', '1:12: not a CloudFormation or SAM template: it has no "Resources" map'],
    [
      'Resources:\n  A: b: c\n',
      '2:6: neither YAML nor JSON: Nested mappings are not allowed in compact mappings',
    ],
    [
      'Resources: {A: 1',
      '1:17: neither YAML nor JSON: Flow map in block collection must be sufficiently indented and end with a }',
    ],
    ['Resources:\n  A:\n\tType: x\n', '3:1: a tab in the indentation; YAML allows only spaces there'],
    [
      'Resources:\n  A: {}\n  B: {}\n  "A" : {}\n',
      '4:3: the key "A" is here a second time; one of the two is lost',
    ],
    [
      '{"Resources": {},\n "Resources": {}}',
      '2:2: the key "Resources" is here a second time; one of the two is lost',
    ],
    ['Resources: {}\n---\nB: c\n', '2:1: a second YAML document begins here; a template is a single one'],
    ['Resources:\n  A: *none\n', '2:6: neither YAML nor JSON: No anchor "none" before its alias'],
    ['Resources:\n  ? [a]\n  : b\n', '2:5: neither YAML nor JSON: A key must be a scalar'],
    ['Resources:\n  <<: 1\n', '2:3: neither YAML nor JSON: A merge key takes a map or a list of maps'],
    ['Resources: &a\n  A: [*a]\n', '2:7: nested too deeply to be a template'],
    ['['.repeat(5000), '1:201: nested too deeply to be a template'],
    [`${laughs}Resources: {}\n`, '6:28: too many values to be a template; aliases may multiply them'],
    [
      `Resources: [${','.repeat(2_000_000)}]`,
      '1:1500007: too many values to be a template; aliases may multiply them',
    ],
    [
      ' '.repeat(4_000_001),
      '1:1: 4000001 characters is more than is read; CloudFormation itself takes 1 MB at most',
    ],
  ])('%#', (text, line) => {
    expect(describeTemplateFault(faultOf(text), 'a\nb.yaml')).toBe(`a?b.yaml:${line}`);
  });

  test('its place is that of the second key', () => {
    const text = 'Resources:\n  A: {}\n  "A" : {}\n';
    const { place } = faultOf(text);
    expect(text.slice(place.start, place.end)).toBe('"A"');
  });
});

describe('one line for what is odd', () => {
  const head = 'Transform: [Other, AWS::Serverless-2016-10-31]\nResources:\n';
  test.each([
    [
      'Resources: {}',
      '1:12: CloudFormation without SAM: no Transform and no AWS::Serverless resource, so no API of SAM is read',
    ],
    [
      'Resources:\n  U: { Type: AWS::Lambda::Url }\n  A: { Type: AWS::Serverless::Api }\n',
      '3:3: "A" is a SAM resource, but "Transform: AWS::Serverless-2016-10-31" is missing; CloudFormation refuses it',
    ],
    [`${head}  A: { Type: !Foo x }`, '3:14: unknown tag "!Foo"; its value cannot be known'],
    [`${head}  A: { P: 1 }`, '3:3: the resource "A" is no map or has no Type; it is left out'],
    [
      `${head}  Fn::Transform: { Name: AWS::Include }`,
      '3:3: what "Fn::Transform" makes is known only when the template is deployed',
    ],
    [
      `${head}  A: { Type: X, Properties: !Transform { Name: a } }`,
      '3:29: what "Fn::Transform" makes is known only when the template is deployed',
    ],
    [
      `${head}  Fn::ForEach::L: [A, [b], {}]`,
      '3:3: what "Fn::ForEach::L" makes is known only when the template is deployed',
    ],
    [
      `X: &x {}\n${head}  A: { Type: X, P: *x }`,
      '4:20: alias "*x": SAM\'s command line resolves it, CloudFormation itself refuses aliases',
    ],
  ])('%#', (text, line) => {
    expect(templateOf(text).warnings.map((warning) => describeTemplateWarning(warning, 't'))).toContain(
      `t:${line}`,
    );
  });
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    ...[
      'Resources',
      ':',
      ' ',
      '\n',
      '\n  ',
      '- ',
      '? ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '!Ref ',
      '!',
      '&a',
      '*a',
      '<<: ',
      '|\n',
      '>-',
    ],
    ...[
      '"',
      "'",
      '#',
      '\t',
      '\r\n',
      '%YAML 1.2',
      '---',
      '...',
      '\ufeff',
      '\0',
      '\ud800',
      '\u2028',
      '@',
      '!!map',
      'Fn::If',
      '\x1f',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (text) => {
      for (const whole of [text, `Resources:\n  A:\n    ${text}`]) {
        const read = parseTemplate(whole);
        const line = read.ok ? 't:1:1: ok' : describeTemplateFault(read.fault, 't');
        expect(line).toMatch(/^t:\d+:\d+: .+$/);
      }
    }),
    { numRuns: 300 },
  );
});

test('JSON reads as JSON.parse reads it, and as YAML it means the same', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', '200', '<<', 'on', 'Fn::Sub', 'Ref'));
  const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null));
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('json')), fc.dictionary(key, tie('json'))),
  }));
  fc.assert(
    fc.property(
      json,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, 2, '\t'),
      (value, number, indent) => {
        const text = JSON.stringify({ Resources: {}, Metadata: [value, number] }, null, indent);
        expect(JSON.stringify(metadata(text))).toBe(JSON.stringify(JSON.parse(text).Metadata));
        const yaml = stringify({ Resources: {}, Metadata: value }, { version: '1.1' });
        // The library writes this key without quotes: then it is a merge key.
        if (/^\s*(?:- )*<<:/m.test(yaml)) return;
        expect(metadata(yaml)).toEqual(JSON.parse(JSON.stringify(value)));
      },
    ),
    { numRuns: 60 },
  );
});
