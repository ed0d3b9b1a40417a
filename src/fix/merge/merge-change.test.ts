import { describe, expect, it } from 'vitest';
import { apiOf, changeOf, merge, merged, templateOf } from './merge.testing.ts';
import { saysPolicy } from './says-policy.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\n';
const routed = `  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Events:
        Get:
          Type: Api
          Properties: {Path: /a, Method: get}
`;

describe('a REST API', () => {
  it('implicit: gets Globals before Resources and the comment above them', () => {
    expect(merged(`${head}\n# ours\nResources:\n${routed}`)).toBe(`${head}
Globals:
  Api:
    Cors:
      AllowOrigin: "'https://app.example'"
      AllowMethods: "'GET,POST'"
      AllowHeaders: "'content-type'"

# ours
Resources:
${routed}`);
  });

  it('the shorthand becomes a map below its line, the comment kept', () => {
    expect(merged(`${head}Globals:\n  Api:\n    Cors: "'*'" # all\nResources:\n${routed}`)).toBe(
      `${head}Globals:
  Api:
    Cors: # all
      AllowOrigin: "'https://app.example'"
      AllowMethods: "'GET,POST'"
      AllowHeaders: "'content-type'"
Resources:
${routed}`,
    );
  });

  it('explicit: in place, in the quotes and blanks that stand there; flags under Auth; headers on every own error', () => {
    const text = `${head}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      Auth:
        DefaultAuthorizer: Pool
        Authorizers:
          Pool: {UserPoolArn: arn}
      Cors:
        AllowMethods: "'GET, OPTIONS'" # methods
        AllowOrigin: '''*'''
        MaxAge: "'600'"
      GatewayResponses:
        UNAUTHORIZED:
          StatusCode: 401
`;
    const response = `ResponseParameters:
            Headers:
              Access-Control-Allow-Origin: "'https://app.example'"
              Access-Control-Allow-Credentials: "'true'"
`;
    const change = changeOf({ credentials: true }, { errorHeaders: true });
    const after = merged(text, change);
    expect(after).toBe(`${head}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      Auth:
        DefaultAuthorizer: Pool
        Authorizers:
          Pool: {UserPoolArn: arn}
        AddDefaultAuthorizerToCorsPreflight: false
      Cors:
        AllowMethods: "'GET, POST'" # methods
        AllowOrigin: '''https://app.example'''
        MaxAge: "'600'"
        AllowHeaders: "'content-type'"
        AllowCredentials: true
      GatewayResponses:
        UNAUTHORIZED:
          StatusCode: 401
          ${response}        DEFAULT_4XX:
          ${response}        DEFAULT_5XX:
          ${response}`);
    const again = merge(after, change);
    expect(again.ok && again.edits).toEqual([]);
  });

  it('errors that a definition customises get their headers there, in OpenAPI’s words', () => {
    const text = `${head}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      Cors: {AllowOrigin: "'https://app.example'", AllowMethods: "'GET,POST'", AllowHeaders: "'content-type'"}
      DefinitionBody:
        swagger: '2.0'
        x-amazon-apigateway-gateway-responses:
          UNAUTHORIZED:
            statusCode: 401
          DEFAULT_4XX:
            responseParameters:
              gatewayresponse.header.access-control-allow-origin: "'*'"
        paths: {/a: {get: {}}}
`;
    const change = changeOf({}, { errorHeaders: true });
    const after = merged(text, change);
    expect(after).toContain(`          UNAUTHORIZED:
            statusCode: 401
            responseParameters:
              gatewayresponse.header.Access-Control-Allow-Origin: "'https://app.example'"
          DEFAULT_4XX:
            responseParameters:
              gatewayresponse.header.access-control-allow-origin: "'https://app.example'"
`);
    expect(after).toContain('      GatewayResponses:\n        DEFAULT_5XX:\n');
    expect(after).not.toContain('        DEFAULT_4XX:\n          ResponseParameters');
    expect(merged(after, change)).toBe(after);
  });

  it.each([
    ['Cors: !Ref Setting', 'setting-is-a-function'],
    ['Cors: !If [A, B, C]', 'setting-is-a-function'],
    ['DefinitionUri: s3://bucket/api.yaml', 'definition-uri'],
  ])('%s cannot be merged: %s, with a way out', (line, reason) => {
    const done = merge(
      `${head}Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      ${line}\n`,
    );
    expect(done.ok).toBe(false);
    expect(!done.ok && done.reason).toBe(reason);
    expect(!done.ok && done.place?.line).toBe(6);
    expect(!done.ok && done.nearest.length).toBeGreaterThan(20);
  });
});

describe('an HTTP API', () => {
  it('`true` becomes a configuration', () => {
    const text = `${head}Resources:\n  Api:\n    Type: AWS::Serverless::HttpApi\n    Properties:\n      CorsConfiguration: true\n`;
    expect(merged(text)).toBe(
      `${head}Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        AllowOrigins:
          - https://app.example
        AllowMethods:
          - GET
          - POST
        AllowHeaders:
          - content-type
`,
    );
  });

  it('narrows lists of Globals where they stand, because SAM joins them with the resource’s', () => {
    const text = `${head}Globals:
  HttpApi:
    CorsConfiguration:
      AllowOrigins:
      - "*"   # everyone
      - https://app.example # ours
      AllowMethods: [ GET, DELETE, PUT ]
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        AllowOrigin:
        - https://c.example
        AllowHeaders:
        - Content-Type
`;
    expect(
      merged(text, changeOf({ origins: ['https://app.example', 'https://d.example'] })),
    ).toBe(`${head}Globals:
  HttpApi:
    CorsConfiguration:
      AllowOrigins:
      - https://app.example # ours
      AllowMethods: [ GET, POST ]
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        AllowOrigins:
        - https://d.example
        AllowHeaders:
        - Content-Type
`);
  });
});

describe('a function URL', () => {
  it('has no OPTIONS among its methods', () => {
    const text = `${head}Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        AuthType: NONE
        Cors: {AllowOrigins: ['*'], AllowMethods: [GET, OPTIONS]}
`;
    expect(merged(text, changeOf({ methods: ['GET', 'OPTIONS'], headers: [] }))).toContain(
      "        Cors: {AllowOrigins: ['https://app.example'], AllowMethods: [GET]}\n",
    );
  });

  it('keeps its MaxAge where the policy names none, as a number where a text holds one', () => {
    const text = `${head}Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig: {AuthType: NONE, Cors: {AllowOrigins: [https://app.example], MaxAge: "60"}}
`;
    const change = changeOf({ methods: [], headers: [] });
    expect(merged(text, change)).toBe(text.replace('"60"', '60'));
    expect(merged(merged(text, change), change)).toBe(text.replace('"60"', '60'));
  });

  it('takes out together what goes side by side', () => {
    const text = (properties: string) =>
      `{"Transform": "AWS::Serverless-2016-10-31", "Globals": {"Api": {"Cors": {"AllowOrigin": []}}}, "Resources": {"Api": {"Type": "AWS::Serverless::Api", "Properties": ${properties}}}}`;
    for (const properties of [
      '{"Cors": false, "CorsConfiguration": {}}',
      '{"CorsConfiguration": {}, "Cors": false, "StageName": "p"}',
    ]) {
      const done = merged(text(properties), changeOf({ methods: [], headers: [] }));
      expect(JSON.parse(done).Resources.Api.Properties).not.toHaveProperty('CorsConfiguration');
      expect(saysPolicy(apiOf(templateOf(done)), changeOf({ methods: [], headers: [] }).policy)).toBe(true);
    }
  });
});
