import { expect, test } from 'vitest';
import { judged } from '../testing.ts';
import { diagnoseTemplate } from './findings.ts';
import { loadedApiOf, loadTemplate } from './load.ts';
import { faultText, warningLines } from './reading-words.ts';
import { loaded, ordersApi } from './testing.ts';

test('settings that end the deployment come first, each with its line, and as a warning on the template', () => {
  const found = diagnoseTemplate(loaded(ordersApi('rest', ['Cors: https://a.example'])));
  expect(found.map(({ rule, severity, causedBy }) => [rule, severity, causedBy])).toEqual([
    ['template-unquoted-value', 'warning', null],
    ['template-allow-headers-absent', 'warning', null],
  ]);
  expect(found[0]?.evidence).toEqual([
    { message: 'template', line: 4, column: 11, value: 'Cors: https://a.example', note: 'Globals.Api.Cors' },
  ]);
});

test('what `Globals` says of several APIs is told once', () => {
  const api = (name: string) =>
    `  ${name}:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: Prod}\n`;
  const found = diagnoseTemplate(
    loaded(
      `Globals:\n  Api:\n    Cors: {AllowOrigin: "'a.example'", AllowHeaders: x}\nResources:\n${api('A')}${api('B')}`,
    ),
  );
  const places = found.map(({ rule, evidence }) => `${rule} ${evidence[0]?.line}:${evidence[0]?.column}`);
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBeGreaterThan(0);
});

test('a healthy template says nothing', () => {
  const cors = ['Cors:', '  AllowOrigin: "\'https://a.example\'"', '  AllowHeaders: "\'content-type\'"'];
  expect(diagnoseTemplate(loaded(ordersApi('rest', cors)))).toEqual([]);
});

test('a WebSocket API is said to be outside CORS, with what protects it', () => {
  const [found, ...others] = diagnoseTemplate(
    loaded(
      'Resources:\n  Chat:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: {ProtocolType: WEBSOCKET}\n',
    ),
  );
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: 'template-websocket-api', severity: 'info', evidence: [{ line: 3 }] });
  expect(found?.explanation).toMatch(/outside CORS[\s\S]*\$connect/);
});

test('ten thousand resources are read; what is said stays bounded, and each path is looked up once', () => {
  const resource = (n: number) =>
    `  F${n}:\n    Type: AWS::Serverless::Function\n    Properties:\n      FunctionUrlConfig: {Cors: {AllowMethods: [OPTIONS]}}\n`;
  const large = loaded(`Resources:\n${Array.from({ length: 10_000 }, (_, n) => resource(n)).join('')}`);
  expect(diagnoseTemplate(large)).toHaveLength(200);
  const one = loaded(ordersApi('rest'));
  const { exchange } = judged({});
  const first = loadedApiOf(one, { kind: 'rest' }, exchange);
  expect(first?.path).toBe('/orders');
  expect(loadedApiOf(one, { kind: 'rest' }, exchange)).toBe(first);
  expect(loadedApiOf(one, { kind: 'http' }, exchange)).toBeNull();
});

test.each([
  ['{', 'not-yaml', /^not YAML: "/],
  ['a:\n\tb: 1\n', 'tab-indent', /a tab indents/],
  ['Resources: {}\nResources: {}\n', 'duplicate-key', /"Resources" stands twice/],
  ['Resources: {}\n---\na: 1\n', 'several-documents', /second document/],
  ['just text', 'no-resources', /no `Resources`/],
  ['', 'no-resources', /no `Resources`/],
  ['x'.repeat(4_000_001), 'too-large', /too large/],
  [`${'['.repeat(100_000)}`, 'too-deep', /nested too deeply/],
])('%.20s is refused as %s, in words', (text, reason, words) => {
  const load = loadTemplate(text, 't.yaml');
  if (load.ok) throw new Error('it was read');
  expect(load.fault.reason).toBe(reason);
  expect(faultText(load.fault)).toMatch(words);
});

test('oddities that do not stop the reading have a line and a sentence', () => {
  const lines = warningLines(
    loaded('Resources:\n  A: &a\n    Type: !Foo x\n  B: *a\n  C:\n    <<: *a\n').template,
  );
  const text = lines.map((each) => `${each.line} ${each.text}`).join('\n');
  expect(text).toMatch(/4 CloudFormation knows no tag "!Foo"/);
  expect(text).toMatch(/5 CloudFormation refuses YAML aliases/);
  expect(text).toMatch(/7 CloudFormation refuses YAML merge keys/);
});
