import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { templatePathUnknown } from './template-path-unknown.ts';

const users = ['Path: /users', 'Method: get'];
const rest = beside(ordersApi('rest', ['Cors: "\'*\'"'], users), 'rest');
const http = beside(ordersApi('http', [], users), 'http');
const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });

ruleCases(templatePathUnknown, {
  found: {
    'a REST API': { ...missing, template: rest },
    'an HTTP API': { ...actualWithout(404), kind: 'http', template: http },
  },
  nearMisses: {
    'no template': missing,
    'the path is there': { ...missing, template: beside(ordersApi('rest'), 'rest') },
    'another status': { ...actualWithout(400), kind: 'http', template: http },
    'routes that stand elsewhere': {
      ...missing,
      template: beside(
        'Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties: {StageName: Prod, DefinitionUri: s3://b/k}\n',
        'rest',
      ),
    },
  },
});

test('it says which path, below which stage', () => {
  const found = finding('template-path-unknown', { ...missing, template: rest });
  expect(found).toMatchObject({ owner: 'client', confidence: 'likely' });
  expect(found?.title).toContain('"GET /orders"');
  expect(found?.explanation).toContain('"/Prod"');
});
