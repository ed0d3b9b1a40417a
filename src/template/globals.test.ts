import { describe, expect, test } from 'vitest';
import { implicitProperties, propertiesOf } from './globals.ts';
import { toJson } from './json.ts';
import { templateOf } from './template.testing.ts';
import { valueAt } from './value.ts';

const merge = (type: string, globals: string, own: string, attributes = '') => {
  const template = templateOf(
    `Transform: AWS::Serverless-2016-10-31\nGlobals:\n  ${globals}\nResources:\n  R: { Type: ${type}, ${attributes} Properties: ${own} }\n`,
  );
  const resource = template.resources.get('R');
  if (resource === undefined) throw new Error('no resource');
  return { template, merged: propertiesOf(template, resource) };
};
const api = 'AWS::Serverless::Api';

describe('Globals', () => {
  test.each([
    ['a key of one of the two', '{ A: 1 }', '{ B: 2 }', { A: 1, B: 2 }],
    ['scalars: the local one', '{ A: 1 }', '{ A: 2 }', { A: 2 }],
    [
      'maps: recursively',
      '{ Cors: { O: 1, H: 2 } }',
      '{ Cors: { H: 3, M: 4 } }',
      { Cors: { O: 1, H: 3, M: 4 } },
    ],
    ['lists: both, with what is in both', '{ L: [a, b] }', '{ L: [b, c] }', { L: ['a', 'b', 'b', 'c'] }],
    ['a map against text: the local one', '{ Cors: x }', '{ Cors: { O: 1 } }', { Cors: { O: 1 } }],
    ['true against a map: the local one', '{ C: true }', '{ C: { A: [b] } }', { C: { A: ['b'] } }],
    ['a list against text: the local one', '{ L: [a] }', '{ L: b }', { L: 'b' }],
    [
      'a function against a map',
      '{ C: { A: 1 } }',
      '{ C: !If [X, a, b] }',
      { C: { 'Fn::If': ['X', 'a', 'b'] } },
    ],
    ['a map against a function', '{ C: !Ref X }', '{ C: { A: 1 } }', { C: { A: 1 } }],
    ['two functions', '{ C: !Ref X }', '{ C: { Ref: Y } }', { C: { Ref: 'Y' } }],
    [
      'a lone Condition is a function to SAM',
      '{ C: { A: 1 } }',
      '{ C: { Condition: X } }',
      { C: { Condition: 'X' } },
    ],
    [
      'a key named __proto__',
      '{ __proto__: { A: 1 } }',
      '{ B: 1 }',
      JSON.parse('{"__proto__":{"A":1},"B":1}'),
    ],
  ])('%s', (_name, globals, own, expected) => {
    expect(toJson(merge(api, `Api: ${globals}`, own).merged)).toEqual(expected);
  });

  test.each([
    'Api',
    'HttpApi',
    'Function',
    'SimpleTable',
    'StateMachine',
    'LayerVersion',
    'CapacityProvider',
  ])('of %s hold for its resources alone', (section) => {
    const { merged, template } = merge(`AWS::Serverless::${section}`, `${section}: { A: 1 }`, '{}');
    expect(toJson(merged)).toEqual({ A: 1 });
    expect(implicitProperties(template, 'AWS::Serverless::Other')).toBeNull();
  });

  test("do not hold for CloudFormation's own resources", () => {
    expect(toJson(merge('AWS::ApiGateway::RestApi', 'Api: { A: 1 }', '{ B: 2 }').merged)).toEqual({ B: 2 });
  });

  test.each([
    ["'*'", { A: 3 }],
    ['[B, C]', { A: 3, D: 1 }],
  ])('are ignored where IgnoreGlobals says so: %s', (ignored, expected) => {
    const globals = 'Api: { A: 1, B: 1, C: 1, D: 1 }';
    expect(toJson(merge(api, globals, '{ A: 3 }', `IgnoreGlobals: ${ignored},`).merged)).toEqual(expected);
  });

  test('hold for a resource without properties, and for an implicit API', () => {
    const template = templateOf(
      'Globals: { Api: { A: 1 } }\nResources: { R: { Type: AWS::Serverless::Api } }\n',
    );
    const resource = template.resources.get('R');
    expect(resource && toJson(propertiesOf(template, resource))).toEqual({ A: 1 });
    const implicit = implicitProperties(template, api);
    expect(implicit && toJson(implicit)).toEqual({ A: 1 });
  });

  test('keep the place at which each value was written', () => {
    const { template, merged } = merge(
      api,
      'Api: { Cors: { O: here, H: [there] } }',
      '{ Cors: { H: [own] } }',
    );
    const { start, end } = valueAt(merged, 'Cors', 'O')?.place ?? { start: 0, end: 0 };
    expect(template.text.slice(start, end)).toBe('here');
    const list = valueAt(merged, 'Cors', 'H');
    const texts =
      list?.kind === 'list' ? list.items.map(({ place }) => template.text.slice(place.start, place.end)) : [];
    expect(texts).toEqual(['there', 'own']);
  });
});
