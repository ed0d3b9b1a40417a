import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { preflightOwed } from './preflight-owed.ts';
import { profiles } from './profiles.ts';
import { unsafeRequestHeaderNames } from './unsafe-headers.ts';

const { standard, chromium, firefox } = profiles;

describe('unsafeRequestHeaderNames', () => {
  it.each<[string, HeaderLines, readonly string[]]>([
    ['none', [], []],
    [
      'safe ones',
      [
        ['Accept', '*/*'],
        ['Content-Type', 'text/plain'],
      ],
      [],
    ],
    [
      'lower case and sorted',
      [
        ['X-B', '1'],
        ['Authorization', 'x'],
        ['x-A', '1'],
      ],
      ['authorization', 'x-a', 'x-b'],
    ],
    [
      'one unsafe line makes the name unsafe',
      [
        ['Accept', '*/*'],
        ['accept', '"'],
      ],
      ['accept'],
    ],
    [
      'a page cannot set these',
      [
        ['Host', 'b.test'],
        ['Sec-Fetch-Mode', 'cors'],
        ['Cookie', 'a=b'],
        ['X', '1'],
      ],
      ['x'],
    ],
    [
      'sorted by bytes, not by locale',
      [
        ['x_a', '1'],
        ['x-a', '1'],
        ['x.a', '1'],
        ['xa', '1'],
      ],
      ['x-a', 'x.a', 'x_a', 'xa'],
    ],
  ])('%s', (_, headers, expected) => {
    for (const profile of Object.values(profiles))
      expect(unsafeRequestHeaderNames(headers, profile)).toEqual(expected);
  });

  it('counts safelisted values together: beyond 1,024 bytes none is safe', () => {
    const lines = (bytes: number): HeaderLines =>
      Array.from(
        { length: Math.ceil(bytes / 128) },
        (_, i) => ['Accept', 'a'.repeat(Math.min(128, bytes - i * 128))] as const,
      );
    expect(unsafeRequestHeaderNames(lines(1024), standard)).toEqual([]);
    expect(unsafeRequestHeaderNames(lines(1025), standard)).toEqual(['accept']);
    expect(
      unsafeRequestHeaderNames([...lines(1025), ['X-A', '1'], ['Content-Language', 'de']], standard),
    ).toEqual(['accept', 'content-language', 'x-a']);
  });

  it('leaves a script-set User-Agent out in Chromium only', () => {
    const headers = [['User-Agent', 'mine']] as const;
    expect(unsafeRequestHeaderNames(headers, chromium)).toEqual([]);
    expect(unsafeRequestHeaderNames(headers, firefox)).toEqual(['user-agent']);
    expect(unsafeRequestHeaderNames(headers, standard)).toEqual(['user-agent']);
  });

  it('names each once, in Firefox as often as the page appended it', () => {
    const headers = [
      ['X-A', '1'],
      ['x-a', '2'],
    ] as const;
    expect(unsafeRequestHeaderNames(headers, chromium)).toEqual(['x-a']);
    expect(unsafeRequestHeaderNames(headers, standard)).toEqual(['x-a']);
    expect(unsafeRequestHeaderNames(headers, firefox)).toEqual(['x-a', 'x-a']);
  });

  it('is a sorted set of lower-case names, whatever the order of the lines', () => {
    const line = fc.tuple(
      fc.constantFrom('Accept', 'X-A', 'x-a', 'X-b', 'Range', 'Cookie', 'DPR'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom(standard, chromium, firefox), (lines, profile) => {
        const names = unsafeRequestHeaderNames(lines, profile);
        expect(names).toEqual((profile.unsafeNamesFixedAtStart ? [...names] : [...new Set(names)]).sort());
        expect(names).toEqual(names.map((name) => name.toLowerCase()));
        expect(unsafeRequestHeaderNames([...lines].reverse(), profile)).toEqual(names);
      }),
    );
  });
});

describe('preflightOwed', () => {
  it.each<[string, HeaderLines, boolean]>([
    ['GET', [], false],
    ['POST', [['Content-Type', 'text/plain']], false],
    ['POST', [['Content-Type', 'application/json']], true],
    ['GET', [['Authorization', 'x']], true],
    ['PUT', [], true],
    ['get', [], true],
  ])('%s %j: %s', (method, headers, expected) => {
    expect(preflightOwed({ method, headers }, standard)).toBe(expected);
  });
});
