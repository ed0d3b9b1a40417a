import { describe, expect, it } from 'vitest';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method.ts';

describe('methods', () => {
  it.each([
    ['GET', true],
    ['HEAD', true],
    ['POST', true],
    ['get', false],
    ['OPTIONS', false],
    ['PUT', false],
    ['', false],
    ['*', false],
  ])('%s safelisted: %s', (method, expected) => {
    expect(isSafelistedMethod(method)).toBe(expected);
  });

  it.each([
    ['TRACE', true],
    ['trace', true],
    ['Connect', true],
    ['TRACK', true],
    ['TRACER', false],
    ['PATCH', false],
  ])('%s forbidden: %s', (method, expected) => {
    expect(isForbiddenMethod(method)).toBe(expected);
  });
});

it.each([
  ['delete', 'DELETE'],
  ['Put', 'PUT'],
  ['patch', 'patch'],
  ['CHICKEN', 'CHICKEN'],
  ['get ', 'get '],
])('%s is asked as %s', (method, expected) => {
  expect(normalizeMethod(method)).toBe(expected);
});
