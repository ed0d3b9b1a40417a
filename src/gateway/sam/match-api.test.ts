import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../exchange/index.ts';
import type { GatewayKind } from '../kind.ts';
import { matchApi } from './match-api.ts';
import { readApis } from './read-apis.ts';
import { routeOf } from './route-of.ts';
import { templateOf } from './translator.testing.ts';

const event = (type: string, path: string, method: string, api = '') =>
  `{ Type: ${type}, Properties: { Path: '${path}', Method: ${method}${api} } }`;

const apis = readApis(
  templateOf(`
Transform: AWS::Serverless-2016-10-31
Globals: { Api: { Cors: "'*'" } }
Resources:
  Orders: { Type: AWS::Serverless::Api, Properties: { StageName: live } }
  Users: { Type: AWS::Serverless::Api, Properties: { StageName: live, Domain: { DomainName: api.example, BasePath: [v2] } } }
  Web: { Type: AWS::Serverless::HttpApi }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        A: ${event('Api', '/orders/{id}', 'get', ', RestApiId: !Ref Orders')}
        B: ${event('Api', '/users', 'get', ', RestApiId: !Ref Users')}
        C: ${event('Api', '/users/{id+}', 'any', ', RestApiId: !Ref Users')}
        D: ${event('Api', '/health', 'get', ', RestApiId: !Ref Users')}
        E: ${event('Api', '/health', 'get', ', RestApiId: !Ref Orders')}
        F: { Type: HttpApi, Properties: { ApiId: !Ref Web } }
        G: ${event('HttpApi', '/pets/{id}', 'get', ', ApiId: !Ref Web')}
`),
);

const match = (url: string, kind: GatewayKind) => {
  const exchange: Pick<Exchange, 'hops'> = { hops: [{ url, preflight: null, actual: null }] };
  const found = matchApi(apis, exchange, { kind });
  return found.kind === 'one'
    ? [found.api.logicalId, found.prefix, found.path]
    : found.kind === 'ambiguous'
      ? found.apis.map(({ logicalId }) => logicalId)
      : null;
};
const aws = 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com';

describe('which API of the template an exchange belongs to', () => {
  it('is the only one of its kind, whatever host and stage', () => {
    expect(match('https://localhost:3000/x/y', 'http')).toEqual(['Web', '', '/x/y']);
  });

  it.each([
    [`${aws}/live/orders/7`, ['Orders', 'live', '/orders/7']],
    [`${aws}/other-stage/orders/7?q=1`, ['Orders', 'other-stage', '/orders/7']],
    [`${aws}/live/users`, ['Users', 'live', '/users']],
    ['https://api.example/v2/users/a/b', ['Users', 'v2', '/users/a/b']],
    ['https://api.example/live/users/', ['Users', 'live', '/users']],
    ['http://localhost:3000/orders/7', ['Orders', '', '/orders/7']],
  ])('is told by routes: %s', (url, expected) => {
    expect(match(url, 'rest')).toEqual(expected);
  });

  it('stays open where several fit, or where none does', () => {
    expect(match(`${aws}/live/health`, 'rest')).toEqual(['Orders', 'Users']);
    expect(match(`${aws}/live/nothing`, 'rest')).toEqual(['Orders', 'Users']);
    expect(match('https://fn.lambda-url.eu-west-1.on.aws/', 'function-url')).toBeNull();
  });

  it('asks for a route by name where the kind is not known', () => {
    expect(match('https://cdn.example/live/orders/7', 'cloudfront')).toEqual(['Orders', 'live', '/orders/7']);
    expect(match('https://fonts.example/a.css', 'other')).toBeNull();
    expect(match('not a url', 'other')).toBeNull();
  });
});

describe('which route takes a request', () => {
  const taker = (id: string, method: string, path: string) => {
    const api = apis.find(({ logicalId }) => logicalId === id);
    const found = api === undefined ? null : routeOf(api, method, path);
    return found?.kind === 'route' ? `${found.route.method} ${found.route.path}` : (found?.kind ?? null);
  };

  it('REST: the most specific path, and no other', () => {
    expect(taker('Orders', 'GET', '/orders/7')).toBe('GET /orders/{id}');
    expect(taker('Orders', 'OPTIONS', '/orders/7')).toBe('preflight');
    expect(taker('Users', 'OPTIONS', '/users/a/b')).toBe('preflight');
    expect(taker('Users', 'DELETE', '/users')).toBeNull();
  });

  it('HTTP: the most specific route that has the method, $default last', () => {
    expect(taker('Web', 'GET', '/pets/1')).toBe('GET /pets/{id}');
    expect(taker('Web', 'OPTIONS', '/pets/1')).toBe('ANY $default');
  });
});
