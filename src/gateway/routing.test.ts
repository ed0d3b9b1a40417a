import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { requestIds } from './request-id.ts';
import { belowStage, candidates, specificity } from './routing.ts';
import { http, rest, route } from './test-values.ts';

describe('specificity', () => {
  it.each([
    ['/orders', '/orders', '3'],
    ['/orders/{id}', '/orders/7', '32'],
    ['/orders/{proxy+}', '/orders/7/lines', '31'],
    ['/{proxy+}', '/orders', '1'],
    ['/', '/', '3'],
    ['$default', '/anything', ''],
    ['/{proxy+}', '/', null],
    ['/orders/{id}', '/orders', null],
    ['/orders', '/orders/7', null],
    ['/orders', '/Orders', null],
  ])('%s against %s is %j', (pattern, path, score) => {
    expect(specificity(pattern, path)).toBe(score);
  });
});

describe('belowStage', () => {
  it.each([
    ['/Prod/orders?x=/Other', 'Prod', '/orders'],
    ['/Prod', 'Prod', '/'],
    ['/Prod/', 'Prod', '/'],
    ['/Production/orders', 'Prod', null],
    ['/orders', '', '/orders'],
  ])('%s below %j is %j', (path, stage, below) => {
    expect(belowStage(path, { stage })).toBe(below);
  });

  it.each([
    ['/v1/orders', 'v1', '/orders'],
    ['/v1', 'v1', '/'],
    ['/shop/v1/orders', 'shop/v1', '/orders'],
    ['/orders', 'v1', null],
    ['/Prod/orders', 'v1', null],
    ['/orders', '', '/orders'],
    ['/Prod/orders', '', '/Prod/orders'],
  ])('%s on a custom domain that maps %j is %j, whatever the stage', (path, basePath, below) => {
    expect(belowStage(path, { stage: 'Prod', basePath })).toBe(below);
  });
});

const segment = fc.stringMatching(/^[a-z]{1,3}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);

describe('routing as a whole', () => {
  it('prefers the literal route, then variables, then greedy ones, then $default', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 4 }), (parts) => {
        const [head = '', ...tail] = parts;
        const literal = `/${parts.join('/')}`;
        const variable = `/${head}/${tail.map((_, index) => `{v${index}}`).join('/')}`;
        const paths = ['$default', '/{proxy+}', `/${head}/{proxy+}`, variable, literal];
        const found = candidates(
          paths.map((own) => route('ANY', own)),
          literal,
        );
        expect(found.map((own) => own.route.path)).toEqual([...paths].reverse());
      }),
    );
  });

  it('never throws, and always answers with an id, whatever is asked', () => {
    const anything = fc.record({
      method: fc.oneof(fc.constantFrom('GET', 'OPTIONS', 'get', ''), fc.string()),
      path: fc.oneof(path, fc.string()),
      headers: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 }),
    });
    const routes = [route('GET', '/{proxy+}'), route('POST', '/a/{b}')];
    fc.assert(
      fc.property(anything, (request) => {
        for (const config of [rest(routes, { stage: '' }), http(routes)]) {
          const given = answer(config, request);
          const id = config.kind === 'rest' ? 'x-amz-apigw-id' : 'apigw-requestid';
          expect(given.headers.filter(([name]) => name === id)).toHaveLength(1);
          expect(given).toEqual(answer(config, request));
        }
      }),
    );
  });
});

describe('requestIds', () => {
  const ids = (own: string) => requestIds({ method: 'GET', path: own, headers: [] });

  it('have the forms of AWS', () => {
    const { uuid, extended, trace } = ids('/orders');
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(extended).toMatch(/^[A-Za-z0-9]{15}=$/);
    expect(trace).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/);
  });

  it('differ between requests', () => {
    expect(ids('/orders').uuid).not.toBe(ids('/orders/7').uuid);
  });
});
