import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApis } from '../read-apis.ts';
import type { SettingFault } from '../setting-fault.ts';
import { type Translated, templateOf } from '../translator.testing.ts';

const faultsIn = (text: string): readonly SettingFault[] =>
  readApis(templateOf(text)).flatMap(({ faults }) => faults);

/** `reason effect line:column setting value → mended` */
const told = (text: string) =>
  faultsIn(text).map(
    ({ reason, effect, place, setting, value, mended }) =>
      `${reason} ${effect} ${place.line}:${place.column} ${setting} ${value}${mended === null ? '' : ` → ${mended}`}`,
  );

const event = `
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: { Type: Api, Properties: { Path: /a, Method: get, RestApiId: !Ref Api } }
        Pets: { Type: HttpApi, Properties: { Path: /a, Method: get, ApiId: !Ref Web } }
  Web: { Type: AWS::Serverless::HttpApi }
`;
const rest = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Parameters: { Origin: { Type: String } }
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      ${properties.trim().split('\n').join('\n      ')}
${event}`;
const http = (cors: string) => `Transform: AWS::Serverless-2016-10-31
Parameters: { Origin: { Type: String } }
Resources:
  Web:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        ${cors.trim().split('\n').join('\n        ')}
`;
const url = (config: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        ${config.trim().split('\n').join('\n        ')}
`;

const headers = `AllowHeaders: "'content-type'"`;
const cors = 'Resources.Api.Properties.Cors';
const web = 'Resources.Web.Properties.CorsConfiguration';
const own = 'Resources.Fn.Properties.FunctionUrlConfig';

describe('faults of a REST API', () => {
  it.each([
    [`Cors:\n  AllowOrigin: "*"\n  ${headers}`, [`unquoted-value refused 9:22 ${cors}.AllowOrigin * → '*'`]],
    [
      `Cors:\n  AllowOrigin: "'https://a.example'"\n  AllowHeaders: content-type`,
      [`unquoted-value refused 10:23 ${cors}.AllowHeaders content-type → 'content-type'`],
    ],
    [
      `Cors:\n  AllowOrigin: "'https://a.example,https://b.example'"\n  ${headers}`,
      [`several-origins misread 9:22 ${cors}.AllowOrigin 'https://a.example,https://b.example'`],
    ],
    [
      `Cors:\n  AllowOrigin: "'https://A.example/path/'"\n  ${headers}`,
      [
        `origin-not-serialised misread 9:22 ${cors}.AllowOrigin 'https://A.example/path/' → 'https://a.example'`,
      ],
    ],
    [`Cors:\n  AllowOrigin: ''\n  ${headers}`, [`origin-not-serialised refused 9:22 ${cors}.AllowOrigin `]],
    [`Cors: "'*'"`, [`allow-headers-absent misread 8:7 ${cors} '*'`]],
    [`Cors: true`, [`cors-wrong-type refused 8:13 ${cors} true`]],
    [`Cors: ["'*'"]`, [`cors-wrong-type refused 8:13 ${cors} ["'*'"]`]],
    [
      `Cors:\n  AllowOrigins: "'*'"\n  ExposeHeaders: "'x'"\n  ${headers}`,
      [
        `unknown-key refused 9:9 ${cors}.AllowOrigins AllowOrigins → AllowOrigin`,
        `unknown-key refused 10:9 ${cors}.ExposeHeaders ExposeHeaders`,
      ],
    ],
    [
      `Cors:\n  AllowCredentials: true\n  ${headers}`,
      [`credentials-with-wildcard refused 9:27 ${cors}.AllowCredentials true`],
    ],
    [
      `Cors:\n  AllowOrigin: "'https://a.example'"\n  AllowCredentials: "'true'"\n  ${headers}`,
      [`credentials-not-boolean ignored 10:27 ${cors}.AllowCredentials 'true' → true`],
    ],
    [`Cors:\n  MaxAge: "'soon'"\n  ${headers}`, [`max-age-out-of-range misread 9:17 ${cors}.MaxAge 'soon'`]],
    [`DefinitionUri: s3://b/k\nCors: "'*'"`, [`cors-beside-definition-uri refused 9:7 ${cors} '*'`]],
    [
      `CorsConfiguration: { AllowOrigins: ['*'] }`,
      [
        'cors-on-wrong-resource refused 8:7 Resources.Api.Properties.CorsConfiguration CorsConfiguration → Cors',
      ],
    ],
    [
      `AddDefaultAuthorizerToCorsPreflight: false\nAuth:\n  Authorizers:\n    Pool:\n      UserPoolArn: arn\n      AddDefaultAuthorizerToCorsPreflight: false`,
      [
        'misplaced-flag refused 8:7 Resources.Api.Properties.AddDefaultAuthorizerToCorsPreflight AddDefaultAuthorizerToCorsPreflight',
        'misplaced-flag ignored 13:13 Resources.Api.Properties.Auth.Authorizers.Pool.AddDefaultAuthorizerToCorsPreflight AddDefaultAuthorizerToCorsPreflight',
      ],
    ],
    [
      `BinaryMediaTypes: [image~1png, '*~1*']\nCors: { ${headers} }`,
      ['binary-types-with-mock misread 8:38 Resources.Api.Properties.BinaryMediaTypes *~1*'],
    ],
    [
      `GatewayResponses:\n  DEFAULT_4XX: { ResponseParameters: { Headers: { Access-Control-Allow-Origin: "'*'" } } }\n  UNAUTHORIZED: { StatusCode: 401 }\n  INTEGRATION_TIMEOUT: { StatusCode: 504 }`,
      [
        'gateway-response-without-cors misread 10:9 Resources.Api.Properties.GatewayResponses.UNAUTHORIZED UNAUTHORIZED',
      ],
    ],
    [
      `DefinitionBody: { swagger: '2.0', paths: { /b: { get: { x-amazon-apigateway-integration: { type: mock } } } } }`,
      ['events-not-merged ignored 14:9 Resources.Fn.Properties.Events.Get GET /a'],
    ],
  ])('%s', (properties, expected) => {
    expect(told(rest(properties))).toEqual(expected);
  });

  it.each([
    `Cors:\n  AllowOrigin: "'https://a.example'"\n  AllowCredentials: true\n  MaxAge: "'600'"\n  ${headers}`,
    `Cors:\n  AllowOrigin: "'*'"\n  MaxAge: 0\n  ${headers}`,
    `Cors:\n  AllowOrigin: !Sub "'https://\${Origin}'"\n  ${headers}`,
    `Cors:\n  AllowOrigin: !Ref Origin\n  ${headers}`,
    `Cors:\n  AllowOrigin: "'http://localhost:3000'"\n  ${headers}`,
    `Cors: {}`,
    `Auth: { AddDefaultAuthorizerToCorsPreflight: false, Authorizers: { Pool: { UserPoolArn: arn } } }`,
    `BinaryMediaTypes: [image~1png]\nCors: { ${headers} }`,
    `BinaryMediaTypes: ['*~1*']`,
    `DefinitionUri: s3://b/k`,
    `GatewayResponses: { UNAUTHORIZED: { StatusCode: 401 } }`,
    `MergeDefinitions: true\nDefinitionBody: { swagger: '2.0', paths: {} }`,
    `DefinitionBody: { swagger: '2.0', paths: { /a: { x-amazon-apigateway-any-method: {} } } }`,
  ])('no fault: %s', (properties) => {
    expect(told(rest(properties))).toEqual([]);
  });

  it('names Globals where the setting stands there, with an implicit API too', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Globals:
  Api:
    Cors: { AllowOrigin: "*", ${headers} }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Events: { Get: { Type: Api, Properties: { Path: /a, Method: get, Cors: "'*'" } } } }
`;
    expect(told(text)).toEqual([
      "unquoted-value refused 4:26 Globals.Api.Cors.AllowOrigin * → '*'",
      'cors-on-wrong-resource refused 8:84 Resources.Fn.Properties.Events.Get.Properties.Cors Cors',
    ]);
  });
});

describe('faults of an HTTP API', () => {
  it.each([
    [
      'AllowOrigin: [https://a.example]',
      [`unknown-key refused 8:9 ${web}.AllowOrigin AllowOrigin → AllowOrigins`],
    ],
    ["'*'", [`cors-wrong-type refused 8:9 ${web} *`]],
    ["AllowOrigins: '*'", [`list-as-string refused 8:23 ${web}.AllowOrigins * → ["*"]`]],
    [
      "AllowOrigins: ['https://a.example,https://b.example']",
      [`list-in-one-item misread 8:24 ${web}.AllowOrigins https://a.example,https://b.example`],
    ],
    [
      'AllowOrigins: [https://a.example/]',
      [`origin-not-serialised misread 8:24 ${web}.AllowOrigins https://a.example/ → https://a.example`],
    ],
    [
      'AllowOrigins: [www.a.example]',
      [`origin-not-serialised misread 8:24 ${web}.AllowOrigins www.a.example`],
    ],
    [
      "AllowOrigins: ['*']\nAllowCredentials: true",
      [`credentials-with-wildcard refused 9:27 ${web}.AllowCredentials true`],
    ],
    [
      "AllowOrigins: [https://a.example]\nAllowCredentials: 'true'",
      [`credentials-not-boolean ignored 9:27 ${web}.AllowCredentials true → true`],
    ],
    [
      "AllowOrigins: !Split [',', 'https://a.example']",
      [`cors-wrong-type misread 8:23 ${web}.AllowOrigins {"Fn::Split":[",","https://a.example"]}`],
    ],
    ['MaxAge: 86401', [`max-age-out-of-range refused 8:17 ${web}.MaxAge 86401 → 86400`]],
  ])('%s', (text, expected) => {
    expect(told(http(text))).toEqual(expected);
  });

  it.each([
    "AllowOrigins: [https://a.example, !Ref Origin, 'http://*']\nAllowMethods: [GET, OPTIONS]\nAllowCredentials: true\nMaxAge: -1",
    'true',
    'AllowOrigins: !Ref Origin',
    "AllowOrigins: ['*']\nAllowHeaders: [content-type]\nMaxAge: 86400",
  ])('no fault: %s', (text) => {
    expect(told(http(text))).toEqual([]);
  });

  it('lists of Globals and of the resource are both in force', () => {
    const both = (global: string) => `Transform: AWS::Serverless-2016-10-31
Globals: { HttpApi: { CorsConfiguration: { AllowOrigins: [${global}] } } }
Resources:
  Web:
    Type: AWS::Serverless::HttpApi
    Properties: { CorsConfiguration: { AllowOrigins: [https://a.example] } }
`;
    expect(told(both('https://g.example'))).toEqual([
      `lists-concatenated misread 6:40 ${web}.AllowOrigins ["https://a.example"]`,
    ]);
    expect(told(both('https://a.example'))).toEqual([]);
  });

  it('`Cors` is a REST API’s', () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Globals: { HttpApi: { Cors: "'*'" } }
Resources: { Web: { Type: AWS::Serverless::HttpApi } }
`;
    expect(told(text)).toEqual([
      'cors-on-wrong-resource refused 2:23 Globals.HttpApi.Cors Cors → CorsConfiguration',
    ]);
  });
});

describe('faults of a function URL', () => {
  it.each([
    [
      'AuthType: NONE\nCors: { AllowMethods: [GET, OPTIONS] }',
      [`options-in-function-url refused 8:37 ${own}.Cors.AllowMethods OPTIONS`],
    ],
    ['Cors: { AllowMethods: [GET] }', [`auth-type-missing refused 6:7 ${own}.AuthType `]],
    [
      "AuthType: NONE\nCors: { AllowHeaders: ['a,b'] }",
      [`list-in-one-item misread 8:32 ${own}.Cors.AllowHeaders a,b`],
    ],
    [
      "AuthType: NONE\nCors: { MaxAge: '10' }",
      [`max-age-out-of-range refused 8:25 ${own}.Cors.MaxAge 10 → 10`],
    ],
    ['AuthType: NONE\nCors: { MaxAge: -1 }', [`max-age-out-of-range refused 8:25 ${own}.Cors.MaxAge -1 → 0`]],
    [
      "AuthType: NONE\nCors: { AllowCredentials: 'true' }",
      [`credentials-not-boolean refused 8:35 ${own}.Cors.AllowCredentials true → true`],
    ],
    ['AuthType: NONE\nCors: [a]', [`cors-wrong-type refused 8:15 ${own}.Cors ["a"]`]],
  ])('%s', (text, expected) => {
    expect(told(url(text))).toEqual(expected);
  });

  it.each([
    "AuthType: AWS_IAM\nCors: { AllowOrigins: ['*'], AllowMethods: ['*'], AllowCredentials: true, MaxAge: 0 }",
    'AuthType: NONE',
  ])('no fault: %s', (text) => {
    expect(told(url(text))).toEqual([]);
  });
});

describe('what the official translator refuses for CORS', () => {
  const all: readonly Translated[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'fixtures', 'translator.fixture.json'), 'utf8'),
  );
  const about = /cors|AllowOrigin|AllowedOrigins|MaxAge|AuthType/i;
  const refused = all.filter(({ error }) => error !== undefined);
  const forCors = refused.filter(({ error }) => about.test(error ?? ''));

  it('is most of what it refuses', () => {
    expect([forCors.length, refused.length]).toEqual([10, 13]);
  });

  it.each(forCors)('$name', ({ template }) => {
    expect(faultsIn(template).map(({ effect }) => effect)).toContain('refused');
  });
});
