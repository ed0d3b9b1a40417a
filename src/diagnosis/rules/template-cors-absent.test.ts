import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { templateCorsAbsent } from './template-cors-absent.ts';

const rest = beside(ordersApi('rest'), 'rest');
const http = beside(ordersApi('http'), 'http');
const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });

ruleCases(templateCorsAbsent, {
  found: {
    'a REST API without Cors': { ...missing, template: rest },
    'an HTTP API without CorsConfiguration': { ...preflightWithout(404), kind: 'http', template: http },
    'its answers, too': { ...actualWithout(200), kind: 'http', template: http },
  },
  nearMisses: {
    'no template': missing,
    'Cors is there': { ...missing, template: beside(ordersApi('rest', ['Cors: "\'*\'"']), 'rest') },
    'the path is not in the template': {
      ...missing,
      template: beside(ordersApi('rest', [], ['Path: /users', 'Method: get']), 'rest'),
    },
    'another refusal': {
      ...preflightWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' }),
      template: rest,
    },
    'CorsConfiguration is there': {
      ...preflightWithout(404),
      kind: 'http',
      template: beside(ordersApi('http', ['CorsConfiguration: true']), 'http'),
    },
  },
});

test('a missing OPTIONS method is certain, not AWS_IAM, and leads to its line', () => {
  const found = finding('template-cors-absent', { ...missing, template: rest });
  expect(found).toMatchObject({ confidence: 'certain', unverified: false });
  expect(found?.evidence[0]).toMatchObject({ message: 'template', line: expect.any(Number) });
});
