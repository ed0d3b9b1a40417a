import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathShape } from './path-shape.ts';

test.each([
  ['/orders', '/orders'],
  ['/orders/42', '/orders/{id}'],
  ['/orders/42/lines/7', '/orders/{id}/lines/{id}'],
  ['/users/3f2504e0-4f89-41d3-9a0c-0305e82c3301', '/users/{id}'],
  ['/users/01ARZ3NDEKTSV4RRFFQ69G5FAV/avatar', '/users/{id}/avatar'],
  ['/blobs/9f86d081884c7d65', '/blobs/{id}'],
  ['/reports/2026-11-23', '/reports/{id}'],
  ['/orders/ord_8fK2x91', '/orders/{id}'],
  ['/v2/oauth2/token', '/v2/oauth2/token'],
  ['/customers/ada@example.com', '/customers/{id}'],
  ['/facade', '/facade'],
  ['', '/'],
  ['/', '/'],
])('%s is %s', (path, shape) => {
  expect(pathShape(path)).toBe(shape);
});

test('a shape is its own shape, whatever the path', () => {
  fc.assert(
    fc.property(fc.webPath({ size: 'medium' }), (path) => {
      const shape = pathShape(path);
      expect(pathShape(shape)).toBe(shape);
    }),
  );
});
