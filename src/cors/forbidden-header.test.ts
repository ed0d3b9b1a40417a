import { expect, it } from 'vitest';
import { isForbiddenRequestHeader } from './forbidden-header.ts';

it.each([
  ['Host', 'a.test', true],
  ['ORIGIN', 'null', true],
  ['cookie', 'a=b', true],
  ['Access-Control-Request-Method', 'PUT', true],
  ['Access-Control-Request-Headers', 'x', true],
  ['Sec-Fetch-Mode', 'cors', true],
  ['Proxy-Authorization', 'x', true],
  ['DNT', '1', true],
  ['Referer', 'https://a.test/', true],
  ['X-HTTP-Method-Override', 'PUT', false],
  ['X-HTTP-Method-Override', 'trace', true],
  ['X-Method-Override', 'PUT, TRACK', true],
  ['x-http-method', 'CONNECT', true],
  ['User-Agent', 'x', false],
  ['Authorization', 'Bearer x', false],
  ['Secret', 'x', false],
  ['Access-Control-Allow-Origin', '*', false],
])('%s: %s forbidden: %s', (name, value, expected) => {
  expect(isForbiddenRequestHeader(name, value)).toBe(expected);
});
