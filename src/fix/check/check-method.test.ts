import { describe, expect, it } from 'vitest';
import type { FixKind } from '../api-view.ts';
import { checkEntry } from './check-policy.ts';
import type { CheckContext } from './field-check.ts';

const check = (text: string, more: Partial<CheckContext> = {}) =>
  checkEntry('method', text, { kind: 'http', credentials: false, ...more });

describe('a method', () => {
  it.each(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'])('%s is fine for every gateway', (method) => {
    for (const kind of ['rest', 'http', 'function-url'] as const)
      expect(check(method, { kind })).toMatchObject({ level: 'ok', reason: 'fine' });
  });

  it.each([
    ['put', 'method-case', 'PUT'],
    ['Delete', 'method-case', 'DELETE'],
    ['"PUT"', 'quotes', 'PUT'],
    [' put ', 'quotes', 'PUT'],
    ['PUT,', 'quotes', 'PUT'],
  ])('%j: %s, and %s is offered', (text, reason, mended) => {
    expect(check(text)).toMatchObject({ level: 'error', reason, mended });
  });

  it.each([
    ['', 'empty'],
    ['GET/POST', 'not-a-token'],
    ['PÜT', 'not-a-token'],
    ['ANY', 'any-is-a-route'],
    ['any', 'any-is-a-route'],
  ])('%j: %s, and nothing can be offered', (text, reason) => {
    expect(check(text)).toMatchObject({ level: 'error', reason, instead: null });
  });

  it('patch in lower case is the page’s to mend, for browsers send it as it stands', () => {
    expect(check('patch')).toMatchObject({ level: 'warning', reason: 'patch-case', mended: 'PATCH' });
    // A page that was seen to send it fails if PATCH stands there alone.
    expect(check('patch', { asked: true })).toMatchObject({ level: 'warning', mended: null });
    expect(check('patch', { kind: 'function-url' })).toMatchObject({ level: 'error', mended: 'PATCH' });
  });

  it.each(['CONNECT', 'TRACE', 'track'])('no page can send %s', (method) => {
    expect(check(method)).toMatchObject({ level: 'error', reason: 'forbidden-method', instead: [] });
  });

  it('OPTIONS is needless, unless a page itself was seen to send it, and a function URL refuses it', () => {
    expect(check('OPTIONS')).toMatchObject({ level: 'warning', reason: 'needless-options', instead: [] });
    expect(check('OPTIONS', { asked: true }).reason).toBe('fine');
    expect(check('options', { kind: 'function-url' })).toMatchObject({
      level: 'error',
      reason: 'options-refused',
      instead: [],
    });
  });

  it('any other may be misspelt; a function URL takes none', () => {
    expect(check('PURGE')).toMatchObject({ level: 'warning', reason: 'unknown-method' });
    expect(check('PURGE', { kind: 'function-url' })).toMatchObject({
      level: 'error',
      reason: 'unknown-method',
    });
  });

  it.each([
    ['GET, PUT', ['GET', 'PUT']],
    ['get put\nget', ['GET', 'PUT']],
    ['GET;TRACE', ['GET']],
    ["'GET,POST,OPTIONS'", ['GET', 'POST', 'OPTIONS']],
    ['GET, ANY', null],
  ])('%j holds several', (text, instead) => {
    expect(check(text)).toMatchObject({ level: 'error', reason: 'several', instead });
  });

  it.each<FixKind>(['rest', 'http', 'function-url'])('* of a %s is the user’s to ask for', (kind) => {
    expect(check('*', { kind })).toMatchObject({ level: 'warning', reason: 'wildcard' });
    expect(check('*', { kind, credentials: true })).toMatchObject({
      level: 'error',
      reason: 'wildcard-with-credentials',
    });
  });
});
