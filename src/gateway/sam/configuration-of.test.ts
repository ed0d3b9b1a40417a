import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { field } from '../field.ts';
import type { GatewayRequest } from '../model.ts';
import { ok, origin } from '../test-values.ts';
import { configurationOf } from './configuration-of.ts';
import { readApis } from './read-apis.ts';
import type { TemplateApi } from './template-api.ts';
import { templateOf } from './translator.testing.ts';
import { unknownHeadersOf } from './unknown-headers.ts';

const only = (text: string): TemplateApi => {
  const [api] = readApis(templateOf(`Transform: AWS::Serverless-2016-10-31\n${text}`));
  if (api === undefined) throw new Error('no API');
  return api;
};
const preflight = (path: string, more: GatewayRequest['headers'] = []): GatewayRequest => ({
  method: 'OPTIONS',
  path,
  headers: [['origin', origin], ['access-control-request-method', 'GET'], ...more],
});
const predict = (api: TemplateApi, request: GatewayRequest, prefix?: string) => {
  const predicted = answer(
    configurationOf(api, () => ({ type: 'lambda', response: ok }), prefix),
    request,
  );
  const of = (name: string) => field(predicted.headers, name);
  return { predicted, acao: of('access-control-allow-origin'), acam: of('access-control-allow-methods') };
};

const rest = (cors: string, more = '') => `
Globals: { Api: { Cors: ${cors} ${more} } }
Parameters: { Domain: { Type: String } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: { Type: Api, Properties: { Path: /orders, Method: GET } }
        Any: { Type: Api, Properties: { Path: '/items/{id}', Method: any } }
`;

describe('the answer that a template predicts', () => {
  it('REST: each path has its own preflight', () => {
    const api = only(rest(`"'${origin}'"`));
    expect(predict(api, preflight('/Prod/orders'))).toMatchObject({ acao: origin, acam: 'GET,OPTIONS' });
    expect(predict(api, preflight('/Prod/items/7')).acam).toBe('DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT');
    expect(predict(api, preflight('/Prod/nothing')).predicted.status).toBe(403);
    expect(predict(api, { method: 'GET', path: '/Prod/orders', headers: [] })).toMatchObject({
      predicted: { status: 200 },
      acao: null,
    });
  });

  it('REST: a mock of the definition’s own fails where every type is binary, unless it reads text, which was not recorded', () => {
    const written = (types: string, handling: string) =>
      only(`
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      BinaryMediaTypes: [${types}]
      DefinitionBody:
        paths:
          /orders:
            options:
              x-amazon-apigateway-integration:
                type: mock
                ${handling}
                responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'${origin}'"}}}
`);
    const asked = (api: TemplateApi) => predict(api, preflight('/Prod/orders')).predicted;
    expect(asked(written("'image~1png'", ''))).toMatchObject({ status: 200, unverified: false });
    expect(asked(written("'*~1*'", ''))).toMatchObject({ status: 500 });
    expect(asked(written("'*~1*'", 'contentHandling: CONVERT_TO_TEXT'))).toMatchObject({
      status: 200,
      unverified: true,
    });
  });

  it('REST: what was captured below a custom domain’s base path', () => {
    const api = only(rest(`"'*'"`));
    expect(predict(api, preflight('/v1/orders'), 'v1').acao).toBe('*');
    expect(predict(api, preflight('/orders'), '').acao).toBe('*');
  });

  it('REST: an authorizer or an API key stands before the preflight unless told not to', () => {
    const auth = 'ApiKeyRequired: true';
    expect(
      predict(only(rest(`"'*'"`, `, Auth: { ${auth} }`)), preflight('/Prod/orders')).predicted.status,
    ).toBe(403);
    const open = only(rest(`"'*'"`, `, Auth: { ${auth}, AddApiKeyRequiredToCorsPreflight: false }`));
    expect(predict(open, preflight('/Prod/orders')).predicted.status).toBe(200);
  });

  it('REST: a binary type for everything breaks the mock', () => {
    const api = only(rest(`"'*'"`, `, BinaryMediaTypes: ['*~1*']`));
    expect(predict(api, preflight('/Prod/orders')).predicted).toMatchObject({
      status: 500,
      unverified: true,
    });
  });

  it('REST: the gateway’s own errors carry what GatewayResponses gives them', () => {
    const responses = `, GatewayResponses: { DEFAULT_4XX: { StatusCode: 418, ResponseParameters: { Headers: { Access-Control-Allow-Origin: "'*'" } } } }`;
    const api = only(rest(`"'*'"`, responses));
    expect(api.gatewayResponses).toEqual({ DEFAULT_4XX: [['access-control-allow-origin', '*']] });
    expect(predict(api, { method: 'GET', path: '/Prod/nothing', headers: [] })).toMatchObject({
      predicted: { status: 418 },
      acao: '*',
    });
  });

  it('REST: a text that the template does not tell is told apart', () => {
    const api = only(rest(`!Sub "'https://\${Domain}'"`));
    const { predicted } = predict(api, preflight('/Prod/orders'));
    expect(unknownHeadersOf(api, preflight('/Prod/orders'), predicted)).toEqual([
      'access-control-allow-origin',
    ]);
    const known = only(rest(`"'${origin}'"`));
    expect(
      unknownHeadersOf(known, preflight('/Prod/orders'), predict(known, preflight('/Prod/orders')).predicted),
    ).toEqual([]);
  });
});

const http = (origins: string, headers = '[content-type]') => `
Globals: { HttpApi: { CorsConfiguration: { AllowOrigins: ${origins}, AllowMethods: [GET], AllowHeaders: ${headers} } } }
Parameters: { Domain: { Type: String } }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Events: { Get: { Type: HttpApi, Properties: { Path: /orders, Method: get } } } }
`;

describe('HTTP APIs', () => {
  it('answer preflights by themselves where no route takes OPTIONS', () => {
    expect(predict(only(http(`['${origin}']`)), preflight('/orders'))).toMatchObject({
      acao: origin,
      acam: 'GET',
    });
    expect(predict(only(http(`['https://other.example']`)), preflight('/orders')).acao).toBeNull();
  });

  it('may allow by an origin or a header that is not known what the known ones do not', () => {
    const api = only(http(`['https://known.example', !Sub 'https://\${Domain}']`));
    const doubt = (request: GatewayRequest) =>
      unknownHeadersOf(api, request, predict(api, request).predicted);
    expect(doubt(preflight('/orders'))).toContain('access-control-allow-origin');
    expect(doubt({ ...preflight('/orders'), headers: [['origin', 'https://known.example']] })).toEqual([]);
    const byHeader = only(http(`['${origin}']`, '[!Ref Domain]'));
    const asked = preflight('/orders', [['access-control-request-headers', 'x-a']]);
    expect(unknownHeadersOf(byHeader, asked, predict(byHeader, asked).predicted)).toContain(
      'access-control-allow-headers',
    );
  });
});

describe('function URLs', () => {
  const url = (auth: string) => `
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { FunctionUrlConfig: { AuthType: ${auth}, Cors: { AllowOrigins: ['${origin}'], AllowMethods: [GET] } } }
`;

  it('answer by their configuration, whoever must sign', () => {
    expect(predict(only(url('NONE')), preflight('/')).acao).toBe(origin);
    const config = configurationOf(only(url('AWS_IAM')), () => ({ type: 'timeout' }));
    expect(config).toMatchObject({ kind: 'function-url', authType: 'AWS_IAM' });
  });
});
