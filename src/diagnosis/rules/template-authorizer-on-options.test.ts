import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { findings, preflightWithout } from '../testing.ts';
import { templateAuthorizerOnOptions } from './template-authorizer-on-options.ts';

const cors = 'Cors: "\'*\'"';
const iam = beside(ordersApi('rest', [cors, 'Auth:', '  DefaultAuthorizer: AWS_IAM']), 'rest');
const pool = [
  cors,
  'Auth:',
  '  DefaultAuthorizer: Pool',
  '  Authorizers:',
  '    Pool:',
  '      UserPoolArn: arn:aws:cognito-idp:us-east-1:1:userpool/x',
];
const cognito = beside(ordersApi('rest', pool), 'rest');
const open = beside(ordersApi('rest', [...pool, '  AddDefaultAuthorizerToCorsPreflight: false']), 'rest');
const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });
const unauthorised = preflightWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' });

ruleCases(templateAuthorizerOnOptions, {
  found: {
    'AWS_IAM, with the bytes of a missing method': { ...missing, template: iam },
    'a Cognito authorizer': { ...unauthorised, template: cognito },
  },
  nearMisses: {
    'no template': unauthorised,
    'the flag opens OPTIONS': { ...unauthorised, template: open },
    'the template has no OPTIONS method': { ...missing, template: beside(ordersApi('rest'), 'rest') },
    'a missing method, but no AWS_IAM': { ...missing, template: cognito },
  },
});

test('of the two causes with the same bytes it names the one, and folds the other', () => {
  const [root, next] = findings({ ...missing, template: iam });
  expect(root).toMatchObject({ rule: 'template-authorizer-on-options', confidence: 'certain' });
  expect(root?.evidence[0]).toMatchObject({ message: 'template', line: 5, value: 'Auth:' });
  expect(next).toMatchObject({ rule: 'options-missing', causedBy: 'template-authorizer-on-options' });
});
