import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { type PreflightCheckInput, preflightCheck, refusedHeaderNames } from './preflight-check.ts';
import { profiles } from './profiles.ts';

const origin = 'https://app.example.com';
const acao = ['Access-Control-Allow-Origin', origin] as const;
const acam = (value: string) => ['Access-Control-Allow-Methods', value] as const;
const acah = (value: string) => ['Access-Control-Allow-Headers', value] as const;
const acac = ['Access-Control-Allow-Credentials', 'true'] as const;

const input = (headers: HeaderLines, changes: Partial<PreflightCheckInput> = {}): PreflightCheckInput => ({
  origin,
  credentials: 'omit',
  method: 'PUT',
  unsafeHeaders: ['authorization', 'x-a'],
  status: 204,
  headers,
  ...changes,
});
const codeOf = (given: PreflightCheckInput, profile = profiles.chromium) =>
  preflightCheck(given, profile)?.code ?? null;

describe('preflightCheck', () => {
  it('stops at the first fault, in Chromium’s order', () => {
    // Each step mends the fault that the step before was refused for.
    const location = ['Location', 'https://b.test/'] as const;
    const steps: [number, HeaderLines, string | null, string][] = [
      [302, [location, acam('"'), acah('"')], 'PreflightDisallowedRedirect', ''],
      [302, [acam('"'), acah('"')], 'PreflightMissingAllowOriginHeader', ''],
      [302, [acao, acam('"'), acah('"')], 'PreflightInvalidStatus', ''],
      [200, [acao, acam('"'), acah('"')], 'InvalidAllowMethodsPreflightResponse', ''],
      [200, [acao, acam('GET'), acah('"')], 'InvalidAllowHeadersPreflightResponse', ''],
      [200, [acao, acam('GET'), acah('x-b')], 'MethodDisallowedByPreflightResponse', 'PUT'],
      [200, [acao, acam('PUT'), acah('x-b')], 'HeaderDisallowedByPreflightResponse', 'authorization'],
      [200, [acao, acam('PUT'), acah('Authorization')], 'HeaderDisallowedByPreflightResponse', 'x-a'],
      [200, [acao, acam('PUT'), acah('X-A, Authorization')], null, ''],
    ];
    for (const [status, headers, code, parameter] of steps) {
      const expected = code === null ? null : { code, parameter };
      for (const profile of [profiles.standard, profiles.chromium]) {
        if (code === 'PreflightDisallowedRedirect' && !profile.preflightRedirectNamedFirst) continue;
        expect(preflightCheck(input(headers, { status }), profile)).toEqual(expected);
      }
    }
  });

  it.each([
    ['standard', 'PreflightMissingAllowOriginHeader'],
    ['chromium', 'PreflightDisallowedRedirect'],
    ['firefox', 'PreflightMissingAllowOriginHeader'],
  ] as const)('names in %s for a redirect without allow-origin: %s', (name, code) => {
    const location = ['Location', 'https://b.test/'] as const;
    expect(codeOf(input([location], { status: 302 }), profiles[name])).toBe(code);
    expect(codeOf(input([location, acao], { status: 302 }), profiles[name])).toBe(
      'PreflightDisallowedRedirect',
    );
  });

  it('asks for no CORS headers where the check is skipped, but for the rest', () => {
    const skipsCorsCheck = true;
    expect(codeOf(input([acam('PUT'), acah('*')], { skipsCorsCheck }))).toBeNull();
    expect(codeOf(input([acam('PUT'), acah('*')], { skipsCorsCheck, status: 404 }))).toBe(
      'PreflightInvalidStatus',
    );
    expect(codeOf(input([acah('*')], { skipsCorsCheck }))).toBe('MethodDisallowedByPreflightResponse');
  });

  it.each<[string, HeaderLines, 'omit' | 'include', string, string]>([
    ['*', [['Access-Control-Allow-Origin', '*'], acac], 'include', 'PreflightWildcardOriginNotAllowed', ''],
    ['two', [acao, acao], 'omit', 'PreflightMultipleAllowOriginValues', `${origin}, ${origin}`],
    ['invalid', [['access-control-allow-origin', 'x']], 'omit', 'PreflightInvalidAllowOriginValue', 'x'],
    ['other', [['access-control-allow-origin', 'null']], 'omit', 'PreflightAllowOriginMismatch', 'null'],
    ['credentials', [acao], 'include', 'PreflightInvalidAllowCredentials', ''],
  ])('names the CORS check’s refusal as the preflight’s: %s', (_, headers, credentials, code, parameter) => {
    // Even where the status is not ok.
    for (const status of [204, 403]) {
      expect(preflightCheck(input(headers, { credentials, status }), profiles.chromium)).toEqual({
        code,
        parameter,
      });
    }
  });

  it.each([
    [200, null],
    [204, null],
    [299, null],
    [199, 'PreflightInvalidStatus'],
    [300, 'PreflightInvalidStatus'],
    [304, 'PreflightInvalidStatus'],
    [305, 'PreflightInvalidStatus'],
    [404, 'PreflightInvalidStatus'],
    [0, 'PreflightInvalidStatus'],
    [301, 'PreflightDisallowedRedirect'],
    [303, 'PreflightDisallowedRedirect'],
    [307, 'PreflightDisallowedRedirect'],
    [308, 'PreflightDisallowedRedirect'],
  ])('status %i: %s', (status, code) => {
    expect(codeOf(input([acao, acam('PUT'), acah('*'), ['location', '/x']], { status }))).toBe(code);
  });

  it('takes a redirect status without a usable Location as a status that is not ok', () => {
    expect(codeOf(input([acao], { status: 302 }))).toBe('PreflightInvalidStatus');
    expect(codeOf(input([acao, ['Location', ' ']], { status: 302 }))).toBe('PreflightInvalidStatus');
  });

  it.each<[string, string | null, 'omit' | 'include', boolean]>([
    ['PUT', 'PUT', 'omit', true],
    ['PUT', 'put', 'omit', false],
    ['patch', 'PATCH', 'omit', false],
    ['patch', 'patch', 'omit', true],
    ['PUT', null, 'omit', false],
    ['GET', null, 'omit', true],
    ['POST', 'DELETE', 'include', true],
    ['HEAD', '', 'omit', true],
    ['PUT', '*', 'omit', true],
    ['PUT', 'GET, *', 'omit', true],
    ['PUT', '*', 'include', false],
    ['*', '*', 'include', true],
  ])('method %s under %j, %s: %s', (method, allowed, credentials, passes) => {
    const headers = [acao, acac, ...(allowed === null ? [] : [acam(allowed)])];
    const given = input(headers, { method, credentials, unsafeHeaders: [] });
    expect(codeOf(given)).toBe(passes ? null : 'MethodDisallowedByPreflightResponse');
  });

  it.each<[string, string | null, 'omit' | 'include', boolean]>([
    ['x-a', 'X-A', 'omit', true],
    ['x-a', 'x-b, x-a', 'include', true],
    ['x-a', null, 'omit', false],
    ['x-a', '', 'omit', false],
    ['x-a', '*', 'omit', true],
    ['x-a', '*', 'include', false],
    ['*', '*', 'include', true],
    ['authorization', 'Authorization', 'include', true],
    ['authorization', '*, Authorization', 'omit', true],
    ['authorization', '*', 'include', false],
  ])('header %s under %j, %s: %s', (name, allowed, credentials, passes) => {
    const headers = [acao, acac, acam('PUT'), ...(allowed === null ? [] : [acah(allowed)])];
    for (const profile of Object.values(profiles)) {
      const code = codeOf(input(headers, { credentials, unsafeHeaders: [name] }), profile);
      expect(code).toBe(passes ? null : 'HeaderDisallowedByPreflightResponse');
    }
  });

  it('lets `*` cover Authorization in the browsers, not in the Standard', () => {
    const given = input([acao, acam('PUT'), acah('*')]);
    expect(preflightCheck(given, profiles.chromium)).toBeNull();
    expect(preflightCheck(given, profiles.firefox)).toBeNull();
    expect(preflightCheck(given, profiles.standard)).toEqual({
      code: 'HeaderDisallowedByPreflightResponse',
      parameter: 'authorization',
    });
  });

  it('names every refused header on request', () => {
    expect(refusedHeaderNames(input([acao, acah('x-b')]), profiles.chromium)).toEqual([
      'authorization',
      'x-a',
    ]);
    expect(refusedHeaderNames(input([acao]), profiles.chromium)).toEqual(['authorization', 'x-a']);
    expect(refusedHeaderNames(input([acao, acah('*')]), profiles.standard)).toEqual(['authorization']);
    expect(refusedHeaderNames(input([acao, acah('"')]), profiles.chromium)).toEqual([]);
  });

  it('names in Firefox a method that is refused before a list of header names that does not parse', () => {
    const both = input([acao, acam('GET'), acah('"')]);
    expect(codeOf(both, profiles.firefox)).toBe('MethodDisallowedByPreflightResponse');
    expect(codeOf(input([acao, acam('PUT'), acah('"')]), profiles.firefox)).toBe(
      'InvalidAllowHeadersPreflightResponse',
    );
    expect(codeOf(both, profiles.chromium)).toBe('InvalidAllowHeadersPreflightResponse');
  });

  it('never throws on odd answers, and the Standard allows nothing that a browser refuses', () => {
    const line = fc.tuple(
      fc.constantFrom(
        'access-control-allow-origin',
        'access-control-allow-methods',
        'access-control-allow-headers',
        'location',
      ),
      fc.oneof(fc.constantFrom('*', origin, 'PUT', 'x-a', 'authorization'), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(fc.array(line), fc.integer(), (headers, status) => {
        const given = input(headers, { status });
        if (preflightCheck(given, profiles.standard) === null)
          expect(preflightCheck(given, profiles.chromium)).toBeNull();
      }),
    );
  });
});
