import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areRelated, hostOf, isLoopback, isPrivate } from './hosts.ts';

test.each([
  ['shop.example', 'shop.example', true],
  ['a.shop.example', 'shop.example', true],
  ['a.shop.example', 'b.shop.example', true],
  ['evilshop.example', 'shop.example', false],
  ['shop.example.evil.test', 'shop.example', false],
  ['me.github.io', 'you.github.io', false],
  ['a.me.github.io', 'me.github.io', true],
  ['10.0.0.1', '10.1.0.1', false],
  ['[::1]', '[::2]', false],
])('%s and %s: related is %s', (one, other, related) => {
  expect(areRelated(one, other)).toBe(related);
  expect(areRelated(other, one)).toBe(related);
});

test('odd text has no host', () => {
  for (const odd of ['', 'null', '*', 'https://', 'data:text/plain,a', 'a b']) expect(hostOf(odd)).toBeNull();
  expect(hostOf('https://[fd00::1]:8443')).toBe('[fd00::1]');
});

test('this machine is told apart from its network', () => {
  expect(isLoopback('app.localhost')).toBe(true);
  expect(isLoopback('127.1.2.3')).toBe(true);
  expect(isLoopback('127.example')).toBe(false);
  expect(isPrivate('localhost')).toBe(false);
  expect(isPrivate('10.0.0.1.example.com')).toBe(false);
  expect(isPrivate('[2001:db8::1]')).toBe(false);
});

test.each([
  ['https://api.example', 'api.example'],
  ['http://API.example:8080/a:1?b=]:2', 'api.example'],
  ['https://user:word@api.example:444/', 'api.example'],
  ['http://[::1]:8080/', '[::1]'],
  ['https://[fd00::2]/a', '[fd00::2]'],
  ['httpx://api.example:1/', 'api.example'],
  ['chrome-extension://abcdef/page', 'abcdef'],
  ['file:///a', null],
  ['null', null],
  ['http://', null],
  ['', null],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

test('is the one that the URL parser finds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
      expect(hostOf(url)).toBe(URL.canParse(url) ? new URL(url).hostname || null : null);
    }),
  );
});
