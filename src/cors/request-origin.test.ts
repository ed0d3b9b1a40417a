import { describe, expect, it } from 'vitest';
import { isCrossOrigin, requestOrigin } from './request-origin.ts';

const A = 'https://a.test';
const B = 'https://b.test';
const C = 'https://c.test';

describe('requestOrigin', () => {
  it.each<[string, readonly string[], string]>([
    ['no redirect', [B], A],
    ['from the own origin', [A, B], A],
    ['within the own origin first', [A, A, B], A],
    ['within another origin', [B, B], A],
    ['to a third origin', [B, C], 'null'],
    ['back home', [B, A], 'null'],
    ['to another scheme of the same host', [B, 'http://b.test'], 'null'],
    ['home to other to third', [A, B, C], 'null'],
    ['taint stays', [B, A, A], 'null'],
  ])('%s', (_, urls, expected) => {
    expect(requestOrigin(A, urls)).toBe(expected);
  });

  it('stays null for an opaque requester', () => {
    expect(requestOrigin('null', [B])).toBe('null');
    expect(requestOrigin('null', [B, C])).toBe('null');
  });
});

describe('isCrossOrigin', () => {
  it.each<[string, readonly string[], boolean]>([
    [A, [`${A}/x`], false],
    [A, [`${A}:443/x`, A], false],
    [A, [`${A}:8443/x`], true],
    [A, [B, A], true],
    ['null', ['data:,x'], true],
  ])('%s asking %j: %s', (origin, urls, expected) => {
    expect(isCrossOrigin(origin, urls)).toBe(expected);
  });
});
