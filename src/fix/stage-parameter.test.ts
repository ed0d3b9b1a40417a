import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readApis } from '../gateway/index.ts';
import { parseTemplate } from '../template/index.ts';
import type { FixKind } from './api-view.ts';
import { circumstancesOf } from './circumstances.ts';
import { isDevelopment, productionFirst } from './development.ts';
import { finding, policy } from './judged.testing.ts';
import { stageSnippets } from './stage-parameter.ts';
import { unnamedOrigin } from './stages.ts';

const local = 'http://localhost:3000';
const app = 'https://a.test';
const text = (kind: FixKind, origins: readonly string[], findings = [finding([])]) =>
  stageSnippets(policy({ origins }), { kind, circumstances: circumstancesOf(findings) })[0]?.text ?? null;

/** The snippet completed to a template whose Globals apply to one API, deployed with a value of the Parameter. */
function deployed(kind: 'rest' | 'http', origins: readonly string[], stage: string) {
  const event = { Type: kind === 'rest' ? 'Api' : 'HttpApi', Properties: { Path: '/a', Method: 'get' } };
  const whole = parse(text(kind, origins) ?? '');
  whole.Parameters.CorsStage.Default = stage;
  whole.Transform = 'AWS::Serverless-2016-10-31';
  whole.Resources = {
    F: { Type: 'AWS::Serverless::Function', Properties: { Events: { Get: event } } },
  };
  const read = parseTemplate(JSON.stringify(whole));
  return read.ok ? readApis(read.template)[0] : undefined;
}

describe('stageSnippets', () => {
  it('lets an HTTP API take development’s origins only where the deployment says so', () => {
    expect(deployed('http', [local, app], 'dev')?.policy?.origins).toEqual([app, local]);
    expect(deployed('http', [local, app], 'prod')?.policy?.origins).toEqual([app]);
    expect(parse(text('http', [local, app]) ?? '').Parameters.CorsStage.Default).toBe('prod');
  });

  it('gives a REST API one origin per stage, the handler’s too', () => {
    const allowed = (stage: string) =>
      JSON.stringify(deployed('rest', [local, app], stage)?.preflights.map(({ headers }) => headers));
    expect(allowed('dev')).toContain(local);
    expect(allowed('prod')).toContain(app);
    expect(allowed('prod')).not.toContain('localhost');
    const { Globals, Mappings } = parse(text('rest', [local, app]) ?? '');
    expect(Globals.Function.Environment.Variables.CORS_ORIGIN).toEqual({
      'Fn::FindInMap': ['CorsOrigins', { Ref: 'CorsStage' }, 'Origin'],
    });
    expect(Mappings.CorsOrigins.prod).toEqual({ Origin: app, Quoted: `'${app}'` });
  });

  it('gives the errors of a REST API the stage’s origin', () => {
    const { Api } = parse(text('rest', [local, app], [finding(['gateway-error-headers'])]) ?? '').Globals;
    const { Headers } = Api.GatewayResponses.DEFAULT_5XX.ResponseParameters;
    expect(Headers['Access-Control-Allow-Origin']).toEqual(Api.Cors.AllowOrigin);
  });

  it.each([
    [[local, app, 'https://b.test'], { dev: [local, app, 'https://b.test'], prod: [app, 'https://b.test'] }],
    [
      [local, 'http://127.0.0.1:3000'],
      { dev: [local, 'http://127.0.0.1:3000', unnamedOrigin], prod: [unnamedOrigin] },
    ],
  ])('leaves a REST API’s list to the handler where a stage has several origins: %j', (origins, stages) => {
    const { Mappings, Globals } = parse(text('rest', origins) ?? '');
    for (const [stage, list] of Object.entries(stages))
      expect(Mappings.CorsOrigins[stage].Origins.split(',').sort()).toEqual([...list].sort());
    expect(Globals).toEqual({
      Function: {
        Environment: {
          Variables: { CORS_ORIGINS: { 'Fn::FindInMap': ['CorsOrigins', { Ref: 'CorsStage' }, 'Origins'] } },
        },
      },
    });
  });

  it('puts a name that nobody can have in the place of a production origin that no capture names', () => {
    const { Cors } = parse(text('function-url', [local]) ?? '').Resources.MyFunction.Properties
      .FunctionUrlConfig;
    expect(Cors.AllowOrigins).toEqual([
      unnamedOrigin,
      { 'Fn::If': ['CorsInDev', local, { Ref: 'AWS::NoValue' }] },
    ]);
  });

  it.each(['rest', 'http', 'function-url'] as const)(
    'is not offered for %s without an origin of development',
    (kind) => {
      expect(text(kind, [app])).toBeNull();
      expect(text(kind, [])).toBeNull();
    },
  );

  it('holds every origin exactly, and no one of development in production', () => {
    const host = fc.string({
      unit: fc.constantFrom(...'ab-.:/#\'"{}[]&*!|>%@`'),
      minLength: 1,
      maxLength: 8,
    });
    const origins = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(local, 'http://[::1]:1', 'http://127.1.2.3', 'http://mac.local:80'),
        host.map((name) => `https://${name}`),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(origins, (wanted) => {
        const written = text('http', wanted);
        expect(written === null).toBe(!wanted.some(isDevelopment));
        if (written === null) return;
        const listed: readonly (string | { 'Fn::If': readonly unknown[] })[] =
          parse(written).Globals.HttpApi.CorsConfiguration.AllowOrigins;
        const named = wanted.filter((origin) => !isDevelopment(origin));
        expect(listed.filter((one) => typeof one === 'string')).toEqual(
          named.length > 0 ? named : [unnamedOrigin],
        );
        expect(listed.flatMap((one) => (typeof one === 'string' ? [] : [one['Fn::If'][1]]))).toEqual(
          wanted.filter(isDevelopment),
        );
      }),
    );
  });
});

describe('stages that the user names', () => {
  const staging = 'https://staging.test';
  const stages = [
    { name: 'dev', origins: [local, staging] },
    { name: 'staging', origins: [staging] },
    { name: 'prod', origins: [app] },
  ];
  const all = [local, staging, app, 'https://every.test'];
  const told = (kind: FixKind, origins: readonly string[], more = {}) =>
    stageSnippets(policy({ origins }), {
      kind,
      circumstances: circumstancesOf([]),
      told: stages,
      ...more,
    })[0]?.text ?? '';

  it('each get their own origins, and those of no stage', () => {
    const whole = parse(told('http', all));
    expect(whole.Parameters.CorsStage).toEqual({
      Type: 'String',
      AllowedValues: ['dev', 'staging', 'prod'],
      Default: 'prod',
    });
    expect(whole.Conditions.CorsInDevOrStaging).toEqual({
      'Fn::Or': [
        { 'Fn::Equals': [{ Ref: 'CorsStage' }, 'dev'] },
        { 'Fn::Equals': [{ Ref: 'CorsStage' }, 'staging'] },
      ],
    });
    const inStage = (stage: string) => originsOf(told('http', all), stage);
    expect(inStage('dev')).toEqual(['https://every.test', local, staging]);
    expect(inStage('staging')).toEqual(['https://every.test', staging]);
    expect(inStage('prod')).toEqual(['https://every.test', app]);
  });

  it('give a REST API’s Cors one origin each', () => {
    const each = [
      { name: 'staging', origins: [staging] },
      { name: 'prod', origins: [app] },
    ];
    const { Mappings, Globals } = parse(told('rest', [staging, app], { told: each }));
    expect(Mappings.CorsOrigins.staging.Quoted).toBe(`'${staging}'`);
    expect(Globals.Api.Cors.AllowOrigin['Fn::FindInMap'][0]).toBe('CorsOrigins');
  });

  it('can stand on the resources', () => {
    expect(Object.keys(parse(told('http', all, { onResource: true })).Resources)).toEqual(['MyHttpApi']);
    expect(Object.keys(parse(told('rest', all, { onResource: true })).Resources)).toEqual(['MyFunction']);
    const one = parse(told('rest', [local, app], { told: [], onResource: true }));
    expect(Object.keys(one.Resources)).toEqual(['MyApi', 'MyFunction']);
    expect(one.Globals).toBeUndefined();
  });

  it('hold a name in the place of nobody, for AWS takes no empty list for sure', () => {
    const lonely = [
      { name: 'dev', origins: [app] },
      { name: 'prod', origins: [] },
    ];
    expect(originsOf(told('http', [app], { told: lonely }), 'prod')).toEqual([unnamedOrigin]);
    expect(originsOf(told('http', [app], { told: lonely }), 'dev')).toEqual([app]);
  });

  it('whose names no template can hold are told apart by what it can', () => {
    const odd = [
      { name: 'de v"\n', origins: [local] },
      { name: '', origins: [app] },
      { name: 'prod', origins: [app] },
    ];
    expect(parse(told('http', all, { told: odd })).Parameters.CorsStage.AllowedValues).toEqual([
      'dev',
      'prod',
    ]);
    expect(told('http', all, { told: odd.slice(0, 1) })).toBe('');
  });
});

/** The origins of an HTTP API's snippet in a deployment to one stage. */
function originsOf(snippet: string, stage: string): readonly string[] {
  const { Conditions, Globals } = parse(snippet);
  const holds = (test: {
    readonly 'Fn::Equals'?: readonly unknown[];
    readonly 'Fn::Or'?: readonly { readonly 'Fn::Equals': readonly unknown[] }[];
  }): boolean => (test['Fn::Or'] ?? [test]).some((one) => one['Fn::Equals']?.[1] === stage);
  const list: readonly (string | { readonly 'Fn::If': readonly [string, string, unknown] })[] =
    Globals.HttpApi.CorsConfiguration.AllowOrigins;
  return list.flatMap((one) => {
    if (typeof one === 'string') return [one];
    const [condition, origin] = one['Fn::If'];
    return holds(Conditions[condition]) ? [origin] : [];
  });
}

describe('isDevelopment', () => {
  it.each([local, 'https://app.localhost', 'http://127.0.0.1:5173', 'http://[::1]:8080', 'http://mac.local'])(
    '%s is',
    (origin) => expect(isDevelopment(origin)).toBe(true),
  );

  it.each([
    app,
    'capacitor://localhost',
    'https://localhost.example',
    'https://127.example',
    'https://mylocal',
    'null',
  ])('%s is not', (origin) => expect(isDevelopment(origin)).toBe(false));

  it('comes last among origins', () => expect(productionFirst([local, app])).toEqual([app, local]));
});
