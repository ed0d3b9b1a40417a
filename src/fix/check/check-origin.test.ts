import { describe, expect, it } from 'vitest';
import { serializeOrigin } from '../../cors/index.ts';
import type { FixKind } from '../api-view.ts';
import { checkEntry } from './check-policy.ts';
import type { CheckContext } from './field-check.ts';

const check = (text: string, more: Partial<CheckContext> = {}) =>
  checkEntry('origin', text, { kind: 'http', credentials: false, ...more });

describe('an origin', () => {
  it.each([
    'https://app.example',
    'https://app.example:8443',
    'https://xn--bcher-kva.example',
    'https://a_b.example',
  ])('%s is fine', (origin) => {
    expect(check(origin)).toMatchObject({ level: 'ok', reason: 'fine', instead: null });
  });

  it.each([
    ['https://app.example/', 'trailing-slash', 'https://app.example'],
    ['https://app.example\\', 'trailing-slash', 'https://app.example'],
    ['https://app.example/shop', 'path', 'https://app.example'],
    ['https://app.example/shop?x=1#y', 'path', 'https://app.example'],
    ['https://app.example?x=1', 'query', 'https://app.example'],
    ['https://app.example/?', 'query', 'https://app.example'],
    ['https://app.example/#top', 'fragment', 'https://app.example'],
    ['https://user:secret@app.example', 'userinfo', 'https://app.example'],
    ['https://user@app.example/x', 'userinfo', 'https://app.example'],
    ['https://App.Example', 'upper-case', 'https://app.example'],
    ['HTTPS://app.example', 'upper-case', 'https://app.example'],
    ['https://app.example:443', 'default-port', 'https://app.example'],
    ['http://localhost:80', 'default-port', 'http://localhost'],
    ['http://[::1]:80', 'default-port', 'http://[::1]'],
    ['https://app.example:', 'default-port', 'https://app.example'],
    ['https://app.example:0443', 'default-port', 'https://app.example'],
    ['https://bücher.example', 'not-punycode', 'https://xn--bcher-kva.example'],
    ['https://BÜCHER.example', 'not-punycode', 'https://xn--bcher-kva.example'],
    ['http://127.1:3000', 'spelling', 'http://127.0.0.1:3000'],
    ['http://[0:0::1]:3000', 'spelling', 'http://[::1]:3000'],
    ['https://app.example:08443', 'spelling', 'https://app.example:8443'],
    ['https:///app.example', 'trailing-slash', 'https://app.example'],
    ['app.example', 'no-scheme', 'https://app.example'],
    ['app.example:8443/x', 'no-scheme', 'https://app.example:8443'],
    ['//app.example', 'no-scheme', 'https://app.example'],
    ['localhost:3000', 'no-scheme', 'http://localhost:3000'],
    ['127.0.0.1', 'no-scheme', 'http://127.0.0.1'],
    ['[::1]:3000', 'no-scheme', 'http://[::1]:3000'],
    ['192.168.0.7:3000', 'no-scheme', 'http://192.168.0.7:3000'],
    ['mac.local', 'no-scheme', 'http://mac.local'],
    ['https:app.example', 'no-scheme', 'https://app.example'],
    ['http:/app.example', 'no-scheme', 'http://app.example'],
    ['wss://app.example', 'no-scheme', 'https://app.example'],
    ['"https://app.example"', 'quotes', 'https://app.example'],
    ["'https://app.example/'", 'quotes', 'https://app.example'],
    ['“https://app.example”', 'quotes', 'https://app.example'],
    ['<https://app.example>', 'quotes', 'https://app.example'],
    ['["https://app.example"]', 'quotes', 'https://app.example'],
    ['- https://app.example', 'quotes', 'https://app.example'],
    [' https://app.example\n', 'quotes', 'https://app.example'],
    ['https://app.example,', 'quotes', 'https://app.example'],
    ['CAPACITOR://localhost', 'upper-case', 'capacitor://localhost'],
    ['capacitor://localhost/x', 'path', 'capacitor://localhost'],
  ])('%s: %s, and %s is offered', (text, reason, mended) => {
    expect(check(text)).toMatchObject({ level: 'error', reason, mended });
    if (mended.startsWith('http')) expect(serializeOrigin(mended)).toBe(mended);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['https://', 'malformed'],
    ['https://a b'.replace(' ', '%20'), 'malformed'],
    ['https://app.example:99999', 'malformed'],
    ['https://[::1', 'malformed'],
    ['ftp://app.example', 'malformed'],
    ['?', 'malformed'],
    ['"', 'empty'],
    [',', 'empty'],
    ['null', 'null-origin'],
    ['NULL', 'null-origin'],
    ['file:///home/me/x.html', 'opaque-scheme'],
    ['data:text/html,x'.replace(',', ''), 'opaque-scheme'],
    ['about:blank', 'opaque-scheme'],
    ['*.app.example', 'wildcard-host'],
    ['https://*.app.example', 'wildcard-host'],
    ['https://app.*', 'wildcard-host'],
    ['https://app.example:*', 'wildcard-host'],
  ])('%j: %s, and nothing can be offered', (text, reason) => {
    expect(check(text)).toMatchObject({ level: 'error', reason, instead: null });
  });

  it.each([
    ['https://a.example, http://localhost:3000', ['https://a.example', 'http://localhost:3000']],
    ['https://a.example https://b.example/', ['https://a.example', 'https://b.example']],
    ['["https://a.example","https://b.example"]', ['https://a.example', 'https://b.example']],
    ['- https://a.example\n- b.example', ['https://a.example', 'https://b.example']],
    ["'https://a.example,https://a.example/'", ['https://a.example']],
  ])('%j holds several, which are offered one by one', (text, instead) => {
    expect(check(text)).toMatchObject({ level: 'error', reason: 'several', instead });
  });

  it('offers nothing of several where one of them cannot be mended, so that none is lost unseen', () => {
    expect(check('https://a.example, null')).toMatchObject({ reason: 'several', instead: null });
  });

  it.each([
    ['http://localhost:3000', 'development', null],
    ['https://127.0.0.1', 'development', null],
    ['http://[::1]', 'development', null],
    ['http://mac.local:8080', 'development', null],
    ['http://app.example', 'insecure', 'https://app.example'],
    ['http://app.example:8080', 'insecure', null],
    ['https://93.184.216.34', 'address', null],
    ['http://192.168.0.7:3000', 'address', null],
    ['https://[2001:db8::1]', 'address', null],
    ['https://app.example.', 'trailing-dot', 'https://app.example'],
    ['https://app.example.:8443', 'trailing-dot', 'https://app.example:8443'],
    ['https://codepen.io', 'shared-origin', null],
    ['chrome-extension://abcdefghijklmnop', 'other-scheme', null],
    ['capacitor://localhost', 'other-scheme', null],
  ])('%s is taken with a warning: %s', (text, reason, mended) => {
    const got = check(text);
    expect(got).toMatchObject({ level: 'warning', reason, mended });
    expect(got.why).toMatch(/^[A-Z"].*\.$/);
  });

  it('a public suffix is told of once the list is there', () => {
    const isPublicSuffix = (host: string) => host === 'github.io';
    expect(check('https://github.io', { isPublicSuffix })).toMatchObject({
      level: 'warning',
      reason: 'public-suffix',
    });
    expect(check('https://me.github.io', { isPublicSuffix }).reason).toBe('fine');
    expect(check('https://github.io').reason).toBe('fine');
  });

  it.each<[FixKind, string, string]>([
    ['rest', "https://a'b.example", 'not-held'],
    ['http', "https://a'b.example", 'fine'],
    ['function-url', `https://${'a'.repeat(60)}.${'b'.repeat(180)}.example`, 'not-held'],
  ])('%s: %s is %s', (kind, text, reason) => {
    expect(check(text, { kind }).reason).toBe(reason);
  });

  it.each(['rest', 'http', 'function-url'] as const)(
    '* of a %s is the user’s to ask for, and its cost is said',
    (kind) => {
      expect(check('*', { kind })).toMatchObject({ level: 'warning', reason: 'wildcard', mended: null });
      expect(check('*', { kind }).why).toContain('every website');
      expect(check('*', { kind, credentials: true })).toMatchObject({
        level: 'error',
        reason: 'wildcard-with-credentials',
      });
    },
  );

  it('https://* is for an HTTP API only, and no one saw it work', () => {
    expect(check('https://*')).toMatchObject({ level: 'warning', reason: 'any-of-scheme' });
    expect(check('https://*').why).toContain('not recorded');
    expect(check('HTTPS://*/')).toMatchObject({ level: 'error', mended: 'https://*' });
    expect(check('https://*', { credentials: true }).reason).toBe('wildcard-with-credentials');
    expect(check('https://*', { kind: 'rest' }).reason).toBe('wildcard-host');
    expect(check('http://*', { kind: 'function-url' }).reason).toBe('wildcard-host');
  });

  it('quotes no more of a value than a sentence can hold', () => {
    const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.github.io`;
    const { why } = check(`https://${host}`, { isPublicSuffix: () => true });
    expect(why.length).toBeLessThan(200);
  });
});
