import { describe, expect, it } from 'vitest';
import { checkEntry } from './check-policy.ts';
import type { CheckContext } from './field-check.ts';

const context = { kind: 'http', credentials: false } as const;
const request = (text: string, more: Partial<CheckContext> = {}) =>
  checkEntry('header', text, { ...context, ...more });
const exposed = (text: string, more: Partial<CheckContext> = {}) =>
  checkEntry('expose-header', text, { ...context, ...more });

describe('a header’s name', () => {
  it.each([
    ['x-a', 'ok', 'fine', null],
    ['X-Api-Key', 'ok', 'header-case', ['x-api-key']],
    ['X-A: 1', 'error', 'value-too', ['x-a']],
    ['X-A:', 'error', 'value-too', ['x-a']],
    ['"X-A"', 'error', 'quotes', ['x-a']],
    [' x-a', 'error', 'quotes', ['x-a']],
    ['X-A, x-b', 'error', 'several', ['x-a', 'x-b']],
    ['x-a x-b\tx-a', 'error', 'several', ['x-a', 'x-b']],
    ['x-a, ä', 'error', 'several', null],
    ['x(a)', 'error', 'not-a-token', null],
    ['ä', 'error', 'not-a-token', null],
    ['x-a\u0000', 'error', 'not-a-token', null],
    ['', 'error', 'empty', null],
    ['a'.repeat(1025), 'error', 'too-long', null],
  ])('%j: %s, %s', (text, level, reason, instead) => {
    for (const check of [request, exposed]) expect(check(text)).toMatchObject({ level, reason, instead });
  });
});

describe('a request header', () => {
  it.each([
    'content-type',
    'authorization',
    'x-requested-with',
    'range',
    'user-agent',
    'x-http-method-override',
  ])('%s is fine', (name) => expect(request(name)).toMatchObject({ level: 'ok', reason: 'fine' }));

  it.each([
    ['origin', 'forbidden-header'],
    ['Host', 'forbidden-header'],
    ['Sec-Fetch-Mode', 'forbidden-header'],
    ['Proxy-Authorization', 'forbidden-header'],
    ['Access-Control-Request-Headers', 'forbidden-header'],
    ['Access-Control-Allow-Origin', 'response-header'],
    ['Cookie', 'needs-credentials'],
    ['Accept', 'safelisted'],
    ['accept-language', 'safelisted'],
    ['Content-Language', 'safelisted'],
  ])('%s is needless: %s', (name, reason) => {
    expect(request(name)).toMatchObject({ level: 'warning', reason, instead: [], mended: null });
  });

  it('a safelisted one that a preflight asked for is needed: its value made it so', () => {
    expect(request('accept', { asked: true }).reason).toBe('fine');
    expect(request('cookie', { asked: true }).reason).toBe('needs-credentials');
  });

  it('* never covers Authorization, and is a mere name with credentials', () => {
    expect(request('*')).toMatchObject({ level: 'warning', reason: 'wildcard' });
    expect(request('*').why).toContain('Authorization');
    expect(request('*', { credentials: true })).toMatchObject({
      level: 'error',
      reason: 'wildcard-with-credentials',
    });
  });
});

describe('an exposed header', () => {
  it.each(['Cache-Control', 'content-length', 'expires', 'pragma'])('%s is needless', (name) => {
    expect(exposed(name)).toMatchObject({ level: 'warning', reason: 'safelisted', instead: [] });
  });

  it.each(['Set-Cookie', 'set-cookie2'])('%s can never be read', (name) => {
    expect(exposed(name)).toMatchObject({ level: 'error', reason: 'never-readable', instead: [] });
  });

  it('* is a mere name with credentials', () => {
    expect(exposed('*')).toMatchObject({ level: 'warning', reason: 'wildcard' });
    expect(exposed('*', { credentials: true })).toMatchObject({
      level: 'error',
      reason: 'wildcard-with-credentials',
    });
  });
});
