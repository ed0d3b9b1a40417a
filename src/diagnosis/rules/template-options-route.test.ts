import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { blocked, type Case, finding, preflightWithout } from '../testing.ts';
import { templateOptionsRoute } from './template-options-route.ts';

const any = ['Path: /orders', 'Method: any'];
const jwt = [
  'CorsConfiguration: true',
  'Auth:',
  '  DefaultAuthorizer: Jwt',
  '  Authorizers:',
  '    Jwt:',
  '      JwtConfiguration: {issuer: https://i.example, audience: [a]}',
  '      IdentitySource: $request.header.Authorization',
];
const refusing = beside(ordersApi('http', jwt, any), 'http');
const open = beside(ordersApi('http', ['CorsConfiguration: true'], any), 'http');
const rest = beside(ordersApi('rest', ['Cors: "\'*\'"'], ['Path: /orders', 'Method: options']), 'rest');
const unauthorised: Case = {
  preflight: { status: 401, headers: { 'access-control-allow-origin': '*' } },
  verdict: blocked('preflight', 'PreflightInvalidStatus'),
};

ruleCases(templateOptionsRoute, {
  found: {
    'the authorizer of an ANY route': { ...unauthorised, kind: 'http', template: refusing },
    'the function of an ANY route': { ...preflightWithout(500), kind: 'http', template: open },
    'an options event of a REST API': { ...preflightWithout(200), template: rest },
  },
  nearMisses: {
    'no template': { ...unauthorised, kind: 'http' },
    'the built-in answer': { ...preflightWithout(204), kind: 'http', template: open },
    'a refusal by no authorizer of the template': { ...unauthorised, kind: 'http', template: open },
    'named methods only': {
      ...preflightWithout(500),
      kind: 'http',
      template: beside(ordersApi('http', ['CorsConfiguration: true']), 'http'),
    },
  },
});

test('it names the route and its line, and is certain', () => {
  const found = finding('template-options-route', { ...unauthorised, kind: 'http', template: refusing });
  expect(found).toMatchObject({ confidence: 'certain', remedies: ['explicit-routes', 'cors-configuration'] });
  expect(found?.title).toContain('"ANY /orders"');
  expect(found?.evidence[0]?.line).toBeGreaterThan(10);
});
