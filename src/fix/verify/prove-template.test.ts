import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../../cors/index.ts';
import { readApis, type TemplateApi } from '../../gateway/index.ts';
import { parseTemplate } from '../../template/index.ts';
import { diagnosed, finding, judged, policy } from '../judged.testing.ts';
import { failureText, restsOnTexts } from './failure-words.ts';
import { proveTemplate } from './prove-template.ts';
import { holds } from './template-proof.ts';

const app = 'https://app.example';
const rest = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod/orders';
const http = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/orders';
const url = 'https://abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws/';

function apiOf(text: string): TemplateApi {
  const read = parseTemplate(text);
  const [api] = read.ok ? readApis(read.template) : [];
  if (api === undefined) throw new Error('no API');
  return api;
}

const sam = (globals: string, type: 'Api' | 'HttpApi', method = 'put', path = '/orders') =>
  apiOf(`Transform: AWS::Serverless-2016-10-31
Parameters:
  Origin: {Type: String}
  Staged: {Type: String, Default: ${app}}
Globals:
  ${type}:
${globals.replaceAll(/^/gm, '    ')}
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Put: {Type: ${type}, Properties: {Path: ${path}, Method: ${method}}}
`);

const restCors = (origin = `"'${app}'"`) =>
  sam(`Cors:\n  AllowOrigin: ${origin}\n  AllowMethods: "'PUT'"\n  AllowHeaders: "'content-type'"`, 'Api');
const httpCors = (origin = app, more = '') =>
  sam(
    `CorsConfiguration:\n  AllowOrigins: [${origin}]\n  AllowMethods: [PUT]\n  AllowHeaders: [content-type]${more}`,
    'HttpApi',
  );
const functionUrl = apiOf(`Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionUrlConfig:
        AuthType: NONE
        Cors: {AllowOrigins: ['${app}'], AllowMethods: [PUT], AllowHeaders: [content-type]}
`);

const elsewhere = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: Prod, DefinitionUri: s3://bucket/openapi.yaml}
`;

const call = (address: string, headers?: HeaderLines, status = 200) =>
  judged({
    origin: app,
    method: 'PUT',
    headers: ['content-type'],
    url: address,
    ...(headers === undefined ? {} : { answer: { status, headers } }),
  });
const allowed: HeaderLines = [['Access-Control-Allow-Origin', app]];

describe('what passes', () => {
  it.each([
    ['a REST API whose handler does its part', restCors(), call(rest, allowed)],
    [
      'an HTTP API, whatever its handler says',
      httpCors(),
      call(http, [['Access-Control-Allow-Origin', '*']]),
    ],
    ['a function URL whose handler is silent', functionUrl, call(url, [])],
  ])('%s', (_name, api, one) => {
    const proof = proveTemplate({ api, judged: [one, one] });
    expect(proof).toMatchObject({ passed: 2, failed: 0, strangersAccepted: 0, failures: [], admitted: [] });
    expect(proof.strangersRefused).toBeGreaterThan(5);
    expect(holds(proof)).toBe(true);
  });

  it('counts what rests on a handler that was never seen, and only that', () => {
    expect(proveTemplate({ api: restCors(), judged: [call(rest)] })).toMatchObject({
      passed: 1,
      restsOnUnseen: 1,
    });
    expect(proveTemplate({ api: restCors(), judged: [call(rest, allowed)] }).restsOnUnseen).toBe(0);
    expect(proveTemplate({ api: httpCors(), judged: [call(http)] }).restsOnUnseen).toBe(0);
  });

  it('takes a stage that the template calls otherwise', () => {
    const elsewhere = rest.replace('/Prod/', '/live/');
    expect(proveTemplate({ api: restCors(), judged: [call(elsewhere, allowed)] }).passed).toBe(1);
  });

  it('passes with the emitted handler what fails with the captured one', () => {
    const one = call(rest, []);
    expect(proveTemplate({ api: restCors(), judged: [one] }).failed).toBe(1);
    expect(proveTemplate({ api: restCors(), judged: [one], handler: 'mended' }).failed).toBe(0);
  });

  it('names the parameters that were taken by default', () => {
    expect(proveTemplate({ api: restCors('!Sub "\'$\x7bStaged}\'"'), judged: [call(rest)] })).toMatchObject({
      passed: 1,
      assumes: ['Staged'],
    });
  });

  it('counts what rests on behaviour of AWS that was not recorded', () => {
    expect(proveTemplate({ api: functionUrl, judged: [call(url, [])] }).restsOnUnverified).toBeGreaterThan(0);
    expect(proveTemplate({ api: restCors(), judged: [call(rest, allowed)] }).restsOnUnverified).toBe(0);
  });
});

/** A gateway's own 404, which a configured HTTP API decorates: readable, and still the wrong path. */
const get404 = judged({
  origin: app,
  url: http,
  answer: { status: 404, headers: [['apigw-requestid', 'abc=']] },
});

const gatewayError = (type: string): HeaderLines => [
  ['x-amzn-errortype', type],
  ['x-amz-apigw-id', 'abc='],
];

describe('what fails, and why', () => {
  it.each([
    ['handler', restCors(), call(rest, [])],
    ['handler', functionUrl, call(url, [...allowed, ...allowed])],
    [
      'too-large',
      restCors(),
      call(
        rest,
        [
          ['x-amz-apigw-id', 'abc='],
          ['Keep-Alive', 'timeout=5'],
        ],
        413,
      ),
    ],
    ['gateway-error', restCors(), call(rest, gatewayError('UnauthorizedException'), 401)],
    ['gateway-error', restCors(), call(rest, gatewayError('InternalServerErrorException'), 502)],
    ['no-route', sam('Cors: "\'*\'"', 'Api', 'put', '/others'), call(rest)],
    ['no-route', sam(`CorsConfiguration: {AllowOrigins: ['${app}']}`, 'HttpApi', 'get', '/others'), get404],
    ['options-not-taken', sam('OpenApiVersion: 3.0.1', 'Api'), call(rest)],
    ['options-guarded', sam(`Cors: "'${app}'"\nAuth: {DefaultAuthorizer: AWS_IAM}`, 'Api'), call(rest)],
    ['options-by-handler', sam('OpenApiVersion: 3.0.1', 'Api', 'any'), call(rest)],
    ['not-allowed', restCors('"\'https://other.example\'"'), call(rest)],
    ['not-allowed', httpCors('https://other.example'), call(http)],
    ['value-unknown', restCors('!Ref Origin'), call(rest)],
    ['value-unknown', httpCors('!Ref Origin'), call(http)],
    ['value-unknown', apiOf(elsewhere), call(rest)],
    ['origin-left-out', restCors(), judged({ origin: 'null', url: rest })],
  ] as const)('%s', (why, api, one) => {
    const proof = proveTemplate({
      api,
      judged: [one],
      policy: policy({ origins: [app] }),
      handler: 'captured',
    });
    expect(proof.failures.map((failure) => failure.why)).toEqual([why]);
    expect(proof).toMatchObject({ passed: 0, failed: 1 });
    expect(holds(proof)).toBe(false);
  });

  it('tells the second origin of a REST API from one that nobody listed', () => {
    const other = judged({
      origin: 'https://b.example',
      method: 'PUT',
      headers: ['content-type'],
      url: rest,
    });
    const { failures } = proveTemplate({ api: restCors(), judged: [call(rest), other], handler: 'mended' });
    expect(failures).toMatchObject([{ why: 'one-origin', origin: 'https://b.example', count: 1 }]);
  });

  it('reads the gateway’s own error once the template gives it headers', () => {
    const responses = `Cors: "'${app}'"
GatewayResponses:
  DEFAULT_4XX: {ResponseParameters: {Headers: {Access-Control-Allow-Origin: "'${app}'"}}}`;
    const refused = judged({
      origin: app,
      url: rest,
      answer: { status: 401, headers: gatewayError('UnauthorizedException') },
    });
    const api = sam(responses, 'Api', 'get');
    expect(proveTemplate({ api, judged: [refused] })).toMatchObject({ passed: 1, failed: 0 });
  });

  it('takes from a captured answer what the deployed gateway added itself', () => {
    const proof = proveTemplate({ api: functionUrl, deployed: functionUrl, judged: [call(url, allowed)] });
    expect(proof).toMatchObject({ passed: 1, restsOnUnseen: 1 });
    const bare = apiOf(`Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: {FunctionUrlConfig: {AuthType: NONE}}
`);
    expect(
      proveTemplate({ api: functionUrl, deployed: bare, judged: [call(url, allowed)] }).failures,
    ).toMatchObject([{ why: 'handler', code: 'MultipleAllowOriginValues' }]);
  });
});

describe('strangers', () => {
  it.each([
    ['origin', httpCors("'*'"), 'template'],
    ['origin', restCors('"\'*\'"'), 'template'],
    [
      'method',
      sam(
        `CorsConfiguration: {AllowOrigins: ['${app}'], AllowMethods: ['*'], AllowHeaders: [content-type]}`,
        'HttpApi',
      ),
      'template',
    ],
    [
      'header',
      sam(
        `CorsConfiguration: {AllowOrigins: ['${app}'], AllowMethods: [PUT], AllowHeaders: ['*']}`,
        'HttpApi',
      ),
      'template',
    ],
  ] as const)('%s: * lets them in, and that is told', (what, api, by) => {
    const address = api.kind === 'rest' ? rest : http;
    const { admitted, strangersAccepted } = proveTemplate({ api, judged: [call(address, allowed)] });
    expect(admitted.map((one) => [one.what, one.by])).toContainEqual([what, by]);
    expect(strangersAccepted).toBe(admitted.length);
  });

  it('a handler that says * reads to everyone', () => {
    const star = call(rest, [['Access-Control-Allow-Origin', '*']]);
    const { admitted } = proveTemplate({ api: restCors(), judged: [star] });
    expect(admitted.map(({ origin, by }) => [origin, by])).toContainEqual(['null', 'handler']);
  });

  it('what the template lists beyond the capture is no stranger to it', () => {
    const api = httpCors(`${app}, 'https://stranger.example'`);
    expect(proveTemplate({ api, judged: [call(http)] }).strangersAccepted).toBe(0);
  });
});

it('replays a thousand like exchanges as one, and nothing as nothing', () => {
  const many = Array.from({ length: 1000 }, () => call(rest, []));
  expect(proveTemplate({ api: restCors(), judged: many }).failures).toMatchObject([{ count: 1000 }]);
  expect(proveTemplate({ api: restCors(), judged: [] })).toMatchObject({
    passed: 0,
    failed: 0,
    strangersRefused: 0,
  });
});

describe('what no template changes', () => {
  const throttled = finding(['beyond-settings'], { rule: 'throttled', title: 'The request was throttled' });
  const stuck = diagnosed(call(rest, allowed), [throttled]);

  it('fails though the template is right, and is told apart from what passes', () => {
    const proof = proveTemplate({ api: restCors(), judged: [stuck, call(rest, allowed)] });
    expect(proof).toMatchObject({ passed: 1, failed: 1, strangersAccepted: 0 });
    expect(holds(proof)).toBe(false);
    expect(proof.failures.map(failureText)).toEqual([
      `PUT /orders from ${app}: no CORS setting changes it: The request was throttled (actual)`,
    ]);
  });

  it('is not told where the template itself refuses', () => {
    const proof = proveTemplate({ api: restCors(`"'https://other.example'"`), judged: [stuck] });
    expect(proof.failures).toMatchObject([{ why: 'not-allowed' }]);
  });

  it('is named where it is only one of two readings', () => {
    const unclear = diagnosed(call(rest, allowed), [throttled, finding(['cors-configuration'])]);
    const proof = proveTemplate({ api: restCors(), judged: [unclear] });
    expect(holds(proof)).toBe(true);
    expect(restsOnTexts(proof)).toContain(
      'May still fail, whatever the template says: The request was throttled',
    );
  });
});
