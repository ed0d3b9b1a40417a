import { describe, expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { type CachedRequest, PreflightCache } from './preflight-cache.ts';
import type { BrowserProfile } from './profile.ts';
import { profiles } from './profiles.ts';

const put: CachedRequest = {
  origin: 'https://app.example.com',
  url: 'https://api.example.com/orders?page=1',
  credentials: 'omit',
  method: 'PUT',
  unsafeHeaders: [],
};
const answer = (acam: string | null, acah: string | null = null, age: string | null = '600'): HeaderLines => [
  ...(acam === null ? [] : [['Access-Control-Allow-Methods', acam] as const]),
  ...(acah === null ? [] : [['Access-Control-Allow-Headers', acah] as const]),
  ...(age === null ? [] : [['Access-Control-Max-Age', age] as const]),
];
const { standard, chromium, firefox } = profiles;
const all = [standard, chromium, firefox];

/** For each profile, whether a cache that kept `stored` for `first` serves `second`, a second later. */
function hits(first: CachedRequest, stored: HeaderLines, second: CachedRequest, after = 1): boolean[] {
  return all.map((profile) => {
    const cache = new PreflightCache(profile);
    cache.store(first, stored, 1000);
    return cache.matches(second, 1000 + after);
  });
}

describe('PreflightCache', () => {
  // Standard, Chromium, Firefox: the last two as measured.
  it.each<[string, CachedRequest, HeaderLines, CachedRequest, boolean, boolean, boolean]>([
    ['the same again', put, answer('PUT'), put, true, true, true],
    ['another method', put, answer('PUT'), { ...put, method: 'DELETE' }, false, false, false],
    ['another listed method', put, answer('PUT, DELETE'), { ...put, method: 'DELETE' }, true, true, true],
    ['another query', put, answer('PUT'), { ...put, url: `${put.url}0` }, false, false, false],
    ['another origin', put, answer('PUT'), { ...put, origin: 'https://b.test' }, false, false, false],
    ['another partition', put, answer('PUT'), { ...put, partition: 'https://top.test' }, false, false, false],
    ['`*` for methods', put, answer('*'), put, true, true, false],
    [
      'a header',
      { ...put, unsafeHeaders: ['x-a'] },
      answer('PUT', 'X-A'),
      { ...put, unsafeHeaders: ['x-a'] },
      true,
      true,
      true,
    ],
    [
      'a header that is not listed',
      put,
      answer('PUT', 'X-A'),
      { ...put, unsafeHeaders: ['x-a', 'x-b'] },
      false,
      false,
      false,
    ],
    ['`*` for headers', put, answer('PUT', '*'), { ...put, unsafeHeaders: ['x-a'] }, true, true, false],
    [
      '`*` for Authorization',
      put,
      answer('PUT', '*'),
      { ...put, unsafeHeaders: ['authorization'] },
      false,
      true,
      false,
    ],
    ['include after omit', put, answer('PUT'), { ...put, credentials: 'include' }, false, false, false],
    ['omit after include', { ...put, credentials: 'include' }, answer('PUT'), put, true, true, false],
    ['credentialed `*`', { ...put, credentials: 'include' }, answer('*'), put, true, false, false],
    ['HEAD, not listed', put, answer('PUT'), { ...put, method: 'HEAD' }, true, true, false],
    ['GET, nothing listed', put, answer(null), { ...put, method: 'GET' }, true, true, true],
  ])('%s', (_, first, stored, second, inStandard, inChromium, inFirefox) => {
    expect(hits(first, stored, second)).toEqual([inStandard, inChromium, inFirefox]);
  });

  it('keeps an answer to a forced preflight', () => {
    const upload: CachedRequest = { ...put, method: 'POST', forced: true };
    expect(hits(upload, answer(null), upload)).toEqual([true, true, true]);
    expect(hits(upload, answer('PUT'), upload)[0]).toBe(false);
  });

  it.each<[string | null, number, readonly boolean[]]>([
    ['600', 599, [true, true, true]],
    ['600', 600, [false, false, false]],
    [null, 4, [true, true, true]],
    [null, 5, [false, false, false]],
    ['0', 0, [false, false, false]],
    ['-1', 1, [true, false, false]],
    ['abc', 1, [true, true, false]],
    ['90000', 7200, [true, false, true]],
    ['90000', 86_400, [true, false, false]],
  ])('max-age %j after %i s', (age, after, expected) => {
    expect(hits(put, answer('PUT', null, age), put, after)).toEqual(expected);
  });

  it('adds to what it knows, except Chromium, which replaces it', () => {
    const after = (profile: BrowserProfile) => {
      const cache = new PreflightCache(profile);
      cache.store(put, answer('PUT'), 0);
      cache.store({ ...put, method: 'DELETE' }, answer('DELETE'), 0);
      return cache.matches(put, 1);
    };
    expect(all.map(after)).toEqual([true, false, true]);
  });

  it('drops an answer at a lookup that it cannot serve, in Chromium only', () => {
    const after = (profile: BrowserProfile) => {
      const cache = new PreflightCache(profile);
      cache.store(put, answer('PUT'), 0);
      expect(cache.matches({ ...put, method: 'DELETE' }, 1)).toBe(false);
      return cache.matches(put, 2);
    };
    expect(all.map(after)).toEqual([true, false, true]);
  });

  it.each([
    ['that needed a preflight', true, [false, true, false]],
    ['that needed none', false, [true, true, false]],
  ])('after a failed request %s', (_, needed, expected) => {
    const after = (profile: BrowserProfile) => {
      const cache = new PreflightCache(profile);
      cache.store(put, answer('PUT'), 0);
      cache.failed({ ...put, credentials: 'include' }, needed);
      return cache.matches(put, 1);
    };
    expect(all.map(after)).toEqual(expected);
  });

  it('forgets on request, whatever the credentials', () => {
    for (const profile of all) {
      const cache = new PreflightCache(profile);
      cache.store(put, answer('PUT'), 0);
      cache.store({ ...put, credentials: 'include' }, answer('PUT'), 0);
      cache.clear(put.origin, put.url);
      expect(cache.matches(put, 1)).toBe(false);
      expect(cache.matches({ ...put, credentials: 'include' }, 1)).toBe(false);
    }
  });

  it('holds a bounded number of answers, the least used go first', () => {
    const at = (i: number): CachedRequest => ({ ...put, url: `https://api.example.com/${i}` });
    const cache = new PreflightCache(firefox);
    for (let i = 0; i < 100; i++) cache.store(at(i), answer('PUT'), 0);
    expect(cache.matches(at(0), 1)).toBe(true);
    cache.store(at(100), answer('PUT'), 1);
    expect([0, 1, 2, 100].map((i) => cache.matches(at(i), 2))).toEqual([true, false, true, true]);
  });

  it('never keeps very long URLs in Chromium', () => {
    const long: CachedRequest = { ...put, url: `https://api.example.com/${'a'.repeat(1000)}` };
    expect(hits(long, answer('PUT'), long)).toEqual([true, false, true]);
  });
});
