import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixKind } from '../api-view.ts';
import { checkMaxAge } from './check-max-age.ts';

const check = (text: string, kind: FixKind = 'http') => checkMaxAge(text, { kind, credentials: false });

describe('a max age', () => {
  it.each(['', '1', '600', '7200'])('%j is fine', (text) => {
    expect(check(text)).toMatchObject({ level: 'ok', reason: 'fine' });
  });

  it.each([
    ['-1', 'negative', '0'],
    ['-600', 'negative', '0'],
    ['600s', 'not-seconds', '600'],
    ['600 seconds', 'not-seconds', '600'],
    ['10m', 'not-seconds', '600'],
    ['10 min', 'not-seconds', '600'],
    ['2h', 'not-seconds', '7200'],
    ['1 day', 'not-seconds', '86400'],
    ['30d', 'not-seconds', '86400'],
    ['0600', 'not-seconds', '600'],
    ['+600', 'not-seconds', '600'],
    ['600.0', 'not-seconds', '600'],
    ['"600"', 'not-seconds', '600'],
    ["'600'", 'not-seconds', '600'],
    [' 600 ', 'not-seconds', '600'],
    ['1.5', 'not-seconds', null],
    ['1e3', 'not-seconds', null],
    ['0x10', 'not-seconds', null],
    ['ten', 'not-seconds', null],
    [' ', 'not-seconds', null],
    ['٦٠٠', 'not-seconds', null],
  ])('%j: %s, and %s is offered', (text, reason, mended) => {
    expect(check(text)).toMatchObject({ level: 'error', reason, mended });
  });

  it('tells what browsers keep at most', () => {
    expect(check('7201')).toMatchObject({ level: 'warning', reason: 'above-cap', mended: '7200' });
    expect(check('86400').why).toContain('Firefox for 86400 s');
    expect(check('0')).toMatchObject({ level: 'warning', reason: 'no-cache' });
  });

  it('an HTTP API and a function URL take a day at most; for a REST API it is only a text', () => {
    expect(check('86401')).toMatchObject({ level: 'error', reason: 'above-limit', mended: '86400' });
    expect(check('9'.repeat(400), 'function-url')).toMatchObject({ level: 'error', mended: '86400' });
    expect(check('86401', 'rest')).toMatchObject({ level: 'warning', reason: 'above-cap', mended: '86400' });
  });

  it('takes every number of seconds that a browser keeps as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7200 }), (age) => {
        expect(check(`${age}`).level).toBe('ok');
      }),
    );
  });
});
