import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { actualWithout, finding, judged, preflightWithout } from '../testing.ts';
import { resourcePolicy } from './resource-policy.ts';

const named = { 'x-amzn-errortype': 'AccessDeniedException' };
const denied = preflightWithout(403, named);

ruleCases(resourcePolicy, {
  found: { 'OPTIONS denied': denied },
  nearMisses: {
    'tokens are read at this API': {
      ...denied,
      siblings: [judged({ id: 's1', actual: { status: 200 }, sent: { authorization: 'Bearer x' } })],
    },
    'another call got a 401': {
      ...denied,
      siblings: [
        judged({ id: 's1', ...preflightWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' }) }),
      ],
    },
    'the answer itself': actualWithout(403, named),
    'another error': preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' }),
    'a function URL': { ...denied, kind: 'function-url' },
  },
});

test('never certain, never recorded, and the authorizer is named with it', () => {
  const found = finding('resource-policy', denied);
  expect(found).toMatchObject({ confidence: 'likely', unverified: true, owner: 'gateway' });
  expect(found?.explanation).toContain('AddDefaultAuthorizerToCorsPreflight: false');
});

test('beyond every CORS setting only where the template has no authorizer that could have said so', () => {
  const cors = 'Cors: "\'*\'"';
  const open = beside(ordersApi('rest', [cors]), 'rest');
  const pool = ['Auth:', '  Authorizers:', '    Own: {FunctionArn: x}', '  DefaultAuthorizer: Own'];
  const guarded = beside(ordersApi('rest', [cors, ...pool]), 'rest');
  const remedies = (made: Parameters<typeof finding>[1]) => finding('resource-policy', made)?.remedies;
  expect(remedies({ ...denied, template: open })).toEqual(['beyond-settings']);
  for (const unclear of [denied, { ...denied, template: guarded }])
    expect(remedies(unclear)).toContain('open-preflight-to-authorizer');
});
