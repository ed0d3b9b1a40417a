import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corsCheck } from './cors-check.ts';
import type { HeaderLines } from './headers.ts';

const origin = 'https://app.example.com';
const check = (
  acao: readonly string[],
  acac: string | null,
  credentials: 'include' | 'omit',
  from = origin,
) => {
  const headers: HeaderLines = [
    ...acao.map((value) => ['Access-Control-Allow-Origin', value] as const),
    ...(acac === null ? [] : [['Access-Control-Allow-Credentials', acac] as const]),
  ];
  return corsCheck({ origin: from, credentials, headers });
};

describe('corsCheck', () => {
  it.each<[readonly string[], string, string]>([
    [[], 'MissingAllowOriginHeader', ''],
    [[''], 'InvalidAllowOriginValue', ''],
    [['app.example.com'], 'InvalidAllowOriginValue', 'app.example.com'],
    [['*.example.com'], 'InvalidAllowOriginValue', '*.example.com'],
    [["'*'"], 'InvalidAllowOriginValue', "'*'"],
    [['NULL'], 'InvalidAllowOriginValue', 'NULL'],
    [['null'], 'AllowOriginMismatch', 'null'],
    [[`${origin}/`], 'AllowOriginMismatch', `${origin}/`],
    [['https://APP.example.com'], 'AllowOriginMismatch', 'https://APP.example.com'],
    [['http://app.example.com'], 'AllowOriginMismatch', 'http://app.example.com'],
    [[`${origin}:443`], 'AllowOriginMismatch', `${origin}:443`],
    [['https://*.example.com'], 'AllowOriginMismatch', 'https://*.example.com'],
    [[origin, origin], 'MultipleAllowOriginValues', `${origin}, ${origin}`],
    [['*', '*'], 'MultipleAllowOriginValues', '*, *'],
    [[`${origin},https://b.test`], 'MultipleAllowOriginValues', `${origin},https://b.test`],
    [[`${origin} https://b.test`], 'MultipleAllowOriginValues', `${origin} https://b.test`],
    [['* '.repeat(2)], 'MultipleAllowOriginValues', '* *'],
  ])('%j: %s', (acao, code, parameter) => {
    expect(check(acao, null, 'omit')).toEqual({ code, parameter });
    expect(check(acao, 'true', 'include')).toEqual({ code, parameter });
  });

  it.each([
    [origin, null, null],
    [origin, 'false', null],
    ['*', null, null],
    ['*', 'true', null],
    [` ${origin}\t`, null, null],
  ])('%j with credentials %j is enough without credentials', (acao, acac, expected) => {
    expect(check([acao], acac, 'omit')).toBe(expected);
    expect(
      corsCheck({ origin, credentials: 'same-origin', headers: [['access-control-allow-origin', acao]] }),
    ).toBeNull();
  });

  it.each<[string, string | null, string | null, string]>([
    [origin, 'true', null, ''],
    [origin, ' true ', null, ''],
    [origin, null, 'InvalidAllowCredentials', ''],
    [origin, '', 'InvalidAllowCredentials', ''],
    [origin, 'True', 'InvalidAllowCredentials', 'True'],
    [origin, 'true, true', 'InvalidAllowCredentials', 'true, true'],
    ['*', 'true', 'WildcardOriginNotAllowed', ''],
    ['*', null, 'WildcardOriginNotAllowed', ''],
  ])('%j with credentials %j under include: %s', (acao, acac, code, parameter) => {
    expect(check([acao], acac, 'include')).toEqual(code === null ? null : { code, parameter });
  });

  it('takes `null` for an opaque origin', () => {
    expect(check(['null'], null, 'omit', 'null')).toBeNull();
    expect(check(['null'], 'true', 'include', 'null')).toBeNull();
  });

  it('passes exactly what the Standard passes', () => {
    const value = fc.oneof(
      fc.constantFrom('*', origin, 'null', '', `${origin}/`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 2 }),
        fc.option(fc.constantFrom('true', 'TRUE', '')),
        fc.constantFrom('include', 'omit'),
        (acao, acac, credentials) => {
          const single = acao.length === 1 ? acao[0]?.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '') : null;
          const passes =
            credentials === 'include'
              ? single === origin && acac === 'true'
              : single === '*' || single === origin;
          expect(check(acao, acac, credentials) === null).toBe(passes);
        },
      ),
    );
  });
});

describe('bytes beyond ASCII in Access-Control-Allow-Origin', () => {
  const check = (acao: string) =>
    corsCheck({
      origin: 'http://a.test',
      credentials: 'omit',
      headers: [['Access-Control-Allow-Origin', acao]],
    });

  it('that are no UTF-8 make no URL, and Chromium loses the value', () => {
    expect(check('http://b\xfccher.test')).toEqual({ code: 'InvalidAllowOriginValue', parameter: '' });
  });

  it('that are UTF-8 are an origin of another name', () => {
    const parameter = 'http://bücher.test';
    expect(check('http://b\xc3\xbccher.test')).toEqual({ code: 'AllowOriginMismatch', parameter });
  });
});
