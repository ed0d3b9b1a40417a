import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readApis } from '../gateway/index.ts';
import { parseTemplate } from '../template/index.ts';
import type { FixKind } from './api-view.ts';
import { circumstancesOf } from './circumstances.ts';
import { isDevelopment, productionFirst } from './development.ts';
import { finding, policy } from './judged.testing.ts';
import { stageSnippets, unnamedOrigin } from './stage-parameter.ts';

const local = 'http://localhost:3000';
const app = 'https://a.test';
const text = (kind: FixKind, origins: readonly string[], findings = [finding([])]) =>
  stageSnippets(kind, policy({ origins }), circumstancesOf(findings))[0]?.text ?? null;

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

  it('leaves a REST API alone where a stage would need two origins', () => {
    expect(text('rest', [local, app, 'https://b.test'])).toBeNull();
    expect(text('rest', [local, 'http://127.0.0.1:3000'])).toBeNull();
  });

  it('puts a name that nobody can have in the place of a production origin that no capture names', () => {
    const { Cors } = parse(text('function-url', [local]) ?? '').Resources.MyFunction.Properties
      .FunctionUrlConfig;
    expect(Cors.AllowOrigins).toEqual([
      unnamedOrigin,
      { 'Fn::If': ['CorsInDevelopment', local, { Ref: 'AWS::NoValue' }] },
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
