import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults-of.ts';
import { readApis } from './read-apis.ts';
import { templateOf } from './translator.testing.ts';
import { webSocketApis } from './web-socket-apis.ts';

const raw = templateOf(`
Resources:
  Web:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      ProtocolType: HTTP
      CorsConfiguration: { AllowOrigins: [https://a.example], AllowMethods: [GET], AllowHeaders: [X-A], MaxAge: 600 }
  Orders:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Web, RouteKey: 'GET /orders', AuthorizationType: JWT, Target: !Sub 'integrations/\${Behind}' }
  Rest:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Web, RouteKey: $default }
  Behind:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Web, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Fn.Arn, PayloadFormatVersion: '2.0' }
  Live: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Web, StageName: live } }
  Mapped: { Type: AWS::ApiGatewayV2::ApiMapping, Properties: { ApiId: !Ref Web, ApiMappingKey: v1 } }
  Fn: { Type: AWS::Lambda::Function }
  Url:
    Type: AWS::Lambda::Url
    Properties: { AuthType: AWS_IAM, TargetFunctionArn: !GetAtt Fn.Arn, Cors: { AllowOrigins: ['*'] } }
  Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
`);

describe('CloudFormation without SAM', () => {
  it('reads an HTTP API with its routes, stage and mapping', () => {
    const [web] = readApis(raw);
    expect(web).toMatchObject({
      logicalId: 'Web',
      kind: 'http',
      stage: 'live',
      basePaths: ['v1'],
      faults: [],
      policy: {
        origins: ['https://a.example'],
        methods: ['GET'],
        headers: ['x-a'],
        credentials: false,
        maxAge: 600,
      },
    });
    expect(web?.routes).toMatchObject([
      {
        method: 'GET',
        path: '/orders',
        authorizer: 'jwt',
        integration: 'lambda',
        functionId: 'Fn',
        payloadFormat: '2.0',
      },
      { method: 'ANY', path: '$default', authorizer: 'none', integration: 'unknown' },
    ]);
  });

  it('reads a function URL by its own name', () => {
    const [, url] = readApis(raw);
    expect(url).toMatchObject({
      logicalId: 'Url',
      kind: 'function-url',
      policy: { origins: ['*'] },
      routes: [{ authorizer: 'iam', functionId: 'Fn' }],
    });
  });

  it('names WebSocket APIs apart', () => {
    expect(readApis(raw)).toHaveLength(2);
    expect(webSocketApis(raw)).toEqual([{ kind: 'websocket', logicalId: 'Chat' }]);
  });
});

describe('what several APIs share', () => {
  it('is one fault where it is one place', () => {
    const apis = readApis(
      templateOf(`Transform: AWS::Serverless-2016-10-31
Globals: { HttpApi: { CorsConfiguration: { MaxAge: 90000 } } }
Resources:
  A: { Type: AWS::Serverless::HttpApi }
  B: { Type: AWS::Serverless::HttpApi }
`),
    );
    expect(apis.flatMap(({ faults }) => faults)).toHaveLength(2);
    expect(faultsOf(apis)).toMatchObject([{ reason: 'max-age-out-of-range', mended: '86400' }]);
  });
});

describe('what the template does not tell', () => {
  it('says so: routes elsewhere, parameters taken by default, unknown texts', () => {
    const [api] = readApis(
      templateOf(`Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String, Default: live }, Name: { Type: String } }
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: !Ref Stage, DefinitionUri: api.yaml, Domain: { DomainName: a.example, BasePath: !Ref Name } }
`),
    );
    expect(api).toMatchObject({
      routesKnown: false,
      stage: 'live',
      assumes: ['Stage'],
      unknowns: ['\u0024{Name}'],
    });
  });
});
