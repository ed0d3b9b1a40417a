import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { type PayloadShape, readResult } from './payload.ts';

const response = (status: number, headers: HeaderLines, body: string, recorded = true) => ({
  kind: 'response',
  response: { status, headers, body },
  recorded,
});
const malformed = (recorded = true) => ({ kind: 'malformed', recorded });
const json = [['content-type', 'application/json']] as const;
const both = { statusCode: 200, multiValueHeaders: { 'X-A': ['multi'] }, headers: { 'x-a': 'solo' } };

describe('a REST API reads', () => {
  it.each([
    ['a status alone', { statusCode: 204 }, response(204, [], '')],
    ['a status in words of digits', { statusCode: '201', body: 'a' }, response(201, [], 'a')],
    ['headers alone', { headers: { 'x-a': 'b' } }, response(200, [['x-a', 'b']], '')],
    ['a header that is true', { headers: { 'x-a': true } }, response(200, [['x-a', 'true']], '')],
    ['no headers', { statusCode: 200, headers: null }, response(200, [], '')],
    ['several values', { multiValueHeaders: { a: ['1', '2'] } }, response(200, [['a', '1, 2']], '')],
    ['both kinds of headers as one, whatever the case', both, response(200, [['X-A', 'multi, solo']], '')],
    [
      'a pair that stands in both kinds once',
      { headers: { a: '1' }, multiValueHeaders: { A: ['1'] } },
      response(200, [['A', '1']], ''),
    ],
    [
      'cookies on a line each',
      { multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } },
      response(
        200,
        [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
        ],
        '',
      ),
    ],
  ])('%s', (_, result, read) => {
    expect(readResult(result, 'rest')).toEqual(read);
  });

  it.each([
    ['a key that it does not know', { statusCode: 200, message: 'a' }, true],
    ['a bare string', 'hello', true],
    ['a status in other words', { statusCode: 'ok' }, true],
    ['several values that are no list', { multiValueHeaders: { a: '1' } }, true],
    ['an empty object', {}, false],
    ['null', null, false],
    ['a list', [], false],
    ['a body that is an object', { statusCode: 200, body: { ok: true } }, false],
    ['a header that is a number', { headers: { 'access-control-max-age': 600 } }, false],
    ['headers that are a list', { headers: ['a'] }, false],
    ['a status that no response has', { statusCode: 1000 }, false],
  ])('%s as malformed', (_, result, recorded) => {
    expect(readResult(result, 'rest')).toEqual(malformed(recorded));
  });
});

describe('payload format 1.0 of an HTTP API', () => {
  it.each([
    ['needs a status', {}, malformed()],
    ['needs a status beside headers', { headers: { a: 'b' } }, malformed()],
    ['takes no bare string', 'hello', malformed()],
    ['wants lists of values', { statusCode: 200, multiValueHeaders: { a: '1' } }, malformed()],
    ['does not mind other keys', { statusCode: 200, message: 'a' }, response(200, [], '')],
    ['joins both kinds of headers, it seems', both, response(200, [['X-A', 'multi, solo']], '', false)],
  ])('%s', (_, result, read) => {
    expect(readResult(result, '1.0')).toEqual(read);
  });
});

describe('payload format 2.0', () => {
  it.each([
    ['takes an object without a status for the body', { a: 1 }, response(200, json, '{"a":1}')],
    ['takes an empty object for the body', {}, response(200, json, '{}')],
    ['takes headers without a status for the body', { headers: {} }, response(200, json, '{"headers":{}}')],
    ['takes a string for the body', 'hello', response(200, json, 'hello')],
    ['takes a list for the body', [1], response(200, json, '[1]')],
    ['takes null for the body, it seems', null, response(200, json, 'null', false)],
    ['takes what looks like an error for one', { errorMessage: 'a' }, malformed()],
    ['does not mind other keys', { statusCode: '201', message: 'a' }, response(201, [], '')],
    ['refuses other words for a status', { statusCode: 'ok' }, malformed()],
    [
      'sends cookies on a line each',
      { statusCode: 200, cookies: ['a=1', 'b=2'] },
      response(
        200,
        [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
        '',
      ),
    ],
    ['wants a list of cookies', { statusCode: 200, cookies: { a: '1' } }, malformed()],
    [
      'joins names that differ in case only',
      { statusCode: 200, headers: { 'X-A': '1', 'x-a': '2' } },
      response(200, [['X-A', '1, 2']], '', false),
    ],
    [
      'knows no lists of values',
      { statusCode: 200, multiValueHeaders: { a: ['1'] } },
      response(200, [], '', false),
    ],
  ])('%s', (_, result, read) => {
    expect(readResult(result, '2.0')).toEqual(read);
  });
});

describe('whatever a function returns', () => {
  const shapes = fc.constantFrom<PayloadShape>('rest', '1.0', '2.0');
  const field = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
  );
  const near = fc.record(
    {
      statusCode: field,
      headers: field,
      multiValueHeaders: field,
      body: field,
      cookies: field,
      isBase64Encoded: field,
    },
    { requiredKeys: [] },
  );

  it('is read without an exception, into strings and a status that a response may have', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), near, fc.anything()), shapes, (result, shape) => {
        const read = readResult(result, shape);
        if (read.kind === 'malformed') return;
        const { status, headers, body } = read.response;
        expect(status).toBeGreaterThanOrEqual(100);
        expect(status).toBeLessThan(600);
        expect([...headers.flat(), body].every((text) => typeof text === 'string')).toBe(true);
      }),
    );
  });

  it('makes a response of any proxy response, its own names joined once each', () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,2}$/), fc.string());
    fc.assert(
      fc.property(
        values,
        fc.string(),
        fc.integer({ min: 100, max: 599 }),
        shapes,
        (headers, body, statusCode, shape) => {
          const read = readResult({ statusCode, headers, body }, shape);
          expect(read).toMatchObject({ kind: 'response', response: { status: statusCode, body } });
          const names =
            read.kind === 'response' ? read.response.headers.map(([name]) => name.toLowerCase()) : [];
          expect(new Set(names).size).toBe(names.length);
          expect(new Set(names)).toEqual(new Set(Object.keys(headers).map((name) => name.toLowerCase())));
        },
      ),
    );
  });

  it('may be cyclic or too deep for JSON, and is malformed then', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(readResult(cyclic, '2.0')).toEqual(malformed(false));
    expect(readResult(deep, '2.0')).toEqual(malformed(false));
  });
});
