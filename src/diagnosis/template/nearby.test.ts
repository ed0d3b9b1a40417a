import { expect, test } from 'vitest';
import { routeOf } from '../../gateway/index.ts';
import { nearby } from './nearby.ts';
import { loaded } from './testing.ts';

const paths = ['/orders', '/orders/{id}', '/{proxy+}', '/users', '/', '/a/orders', '/orders/{id}/items'];
const events = paths
  .map((path, n) => `        E${n}: {Type: Api, Properties: {Path: '${path}', Method: get}}\n`)
  .join('');
const [api] = loaded(
  `Globals:\n  Api: {Cors: "'*'"}\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n${events}`,
).apis;

test.each([...paths, '/orders/7', '/orders/7/items', '/nothing/here', '/a/b', '/users/'])(
  'what takes %s is the same among the routes nearby as among all',
  (path) => {
    if (api === undefined) throw new Error('no API');
    for (const before of ['', '/Prod', '/v1/orders'])
      for (const method of ['GET', 'OPTIONS', 'PUT'])
        expect(routeOf(nearby(api, `${before}${path}`), method, path)).toEqual(routeOf(api, method, path));
  },
);

test('routes of other paths are left out', () => {
  if (api === undefined) throw new Error('no API');
  const kept = nearby(api, '/Prod/users').routes.map(({ path }) => path);
  expect(kept.toSorted()).toEqual(['/', '/users', '/{proxy+}']);
});
