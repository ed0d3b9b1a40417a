import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerTokens, isToken } from './tokens.ts';

const tokenCharacters = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const tokens = fc.array(fc.string({ unit: fc.constantFrom(...tokenCharacters), minLength: 1 }));

const extract = (value: string) =>
  headerTokens([['access-control-allow-methods', value]], 'access-control-allow-methods');

describe('headerTokens', () => {
  it('is null where the header is absent', () => {
    expect(headerTokens([], 'access-control-allow-methods')).toBeNull();
  });

  it.each<[string, readonly string[] | 'invalid']>([
    ['', []],
    [',', []],
    [' ,\t, ', []],
    ['PUT', ['PUT']],
    ['PUT, DELETE', ['PUT', 'DELETE']],
    [',PUT,,\tDELETE ,', ['PUT', 'DELETE']],
    ['put', ['put']],
    ['*', ['*']],
    ["it's|fine~", ["it's|fine~"]],
    ['PUT DELETE', 'invalid'],
    ['PUT;DELETE', 'invalid'],
    ['"PUT"', 'invalid'],
    ["'PUT'", ["'PUT'"]],
    ['PUT, D\u00c9LETE', 'invalid'],
    ['PUT, @', 'invalid'],
    ['[PUT]', 'invalid'],
    ['PUT\u00a0', 'invalid'],
    ['PUT\n', ['PUT']],
    ['PUT\n,DELETE', 'invalid'],
  ])('%j', (value, expected) => {
    expect(extract(value)).toEqual(expected);
  });

  it('takes several lines as one list', () => {
    const lines = [
      ['Access-Control-Allow-Methods', 'PUT'],
      ['access-control-allow-methods', 'DELETE,'],
    ] as const;
    expect(headerTokens(lines, 'access-control-allow-methods')).toEqual(['PUT', 'DELETE']);
  });

  it('gives back what was listed, however it is separated', () => {
    fc.assert(
      fc.property(tokens, fc.constantFrom(',', ', ', ' ,\t', ',,', ' , , '), (list, separator) => {
        expect(extract(list.join(separator))).toEqual(list);
      }),
    );
  });

  it('never throws, and yields only tokens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const list = extract(value);
        expect(list).not.toBeNull();
        if (list !== null && list !== 'invalid') expect(list.every(isToken)).toBe(true);
      }),
    );
  });
});
