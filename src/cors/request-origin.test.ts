import { describe, expect, it } from 'vitest';
import { profiles } from './profiles.ts';
import { isCrossOrigin, preflightOrigin, preflightSkipsCorsCheck, requestOrigin } from './request-origin.ts';

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

describe('a preflight after a taint', () => {
  const { standard, chromium, firefox } = profiles;

  it('carries the real origin in Firefox only', () => {
    const of = [standard, chromium, firefox].map((profile) => preflightOrigin(A, [B, C], profile));
    expect(of).toEqual(['null', 'null', A]);
  });

  it('needs no CORS headers in Firefox, back at the page’s own origin', () => {
    const to = (origin: string, url: string) =>
      [standard, chromium, firefox].map((profile) => preflightSkipsCorsCheck(origin, url, profile));
    expect(to(A, `${A}/x`)).toEqual([false, false, true]);
    expect(to(A, `${B}/x`)).toEqual([false, false, false]);
    expect(to('null', 'data:,x')).toEqual([false, false, false]);
  });
});
