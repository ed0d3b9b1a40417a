import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { answer } from './answer.ts';
import { field } from './field.ts';
import type { Integration } from './model.ts';
import { corsLines, get, origin, preflightFor, rest, route } from './test-values.ts';

const response = {
  status: 200,
  headers: [
    ['content-type', 'text/html'],
    ['Access-Control-Allow-Origin', 'https://backend.example'],
    ['Server', 'nginx'],
  ] satisfies HeaderLines,
  body: '<p>',
};
const mapping = (headers: HeaderLines) => ({ status: 200, headers });
const answered = (integration: Integration, request = get('/Prod/orders')) =>
  answer(rest([route('ANY', '/orders', { integration })], { preflight: null }), request);
const fixed = [['access-control-allow-origin', `'${origin}'`]] as const;

describe('a REST API whose integration is no Lambda proxy', () => {
  it.each(['aws', 'http'] as const)('%s sends nothing of the backend that is not mapped', (type) => {
    const { headers, body, unverified } = answered({ type, response, mapping: mapping([]) });
    expect(corsLines(headers)).toEqual([]);
    expect(field(headers, 'content-type')).toBe('application/json');
    expect(body).toBe('<p>');
    expect(unverified).toBe(false);
  });

  it.each(['aws', 'http'] as const)('%s sends what its mapping says', (type) => {
    const given = answered({
      type,
      response,
      mapping: {
        status: 202,
        headers: [...fixed, ['x-from', 'integration.response.header.server']],
        body: '{}',
      },
    });
    expect(corsLines(given.headers)).toEqual([`access-control-allow-origin: ${origin}`]);
    expect(field(given.headers, 'x-from')).toBe('nginx');
    expect([given.status, given.body, given.unverified]).toEqual([202, '{}', false]);
  });

  it.each([
    ['a header that the backend did not send', 'integration.response.header.X-None'],
    ['a value without its inner quotes', 'GET,POST'],
    ['a quote inside the quotes', "'it's'"],
  ])('sends no header for %s, and is not sure of it', (_, expression) => {
    const given = answered({ type: 'http', response, mapping: mapping([['x-a', expression]]) });
    expect(field(given.headers, 'x-a')).toBeNull();
    expect(given.unverified).toBe(true);
  });

  it('passes on all that an HTTP proxy’s backend sends, some of it under other names', () => {
    const { headers } = answered({ type: 'http_proxy', response });
    expect(corsLines(headers)).toEqual(['Access-Control-Allow-Origin: https://backend.example']);
    expect(field(headers, 'content-type')).toBe('text/html');
    expect(field(headers, 'x-amzn-remapped-server')).toBe('nginx');
    expect(field(headers, 'server')).toBeNull();
  });

  it('answers by its mapping alone where it is a mock', () => {
    const given = answered(
      { type: 'mock', mapping: { status: 204, headers: fixed } },
      preflightFor('/Prod/orders'),
    );
    expect([given.status, given.body]).toEqual([204, '']);
    expect(corsLines(given.headers)).toEqual([`access-control-allow-origin: ${origin}`]);
  });

  it('cannot transform a body that is no JSON where it is a mock', () => {
    const given = answered(
      { type: 'mock', mapping: mapping([]) },
      get('/Prod/orders', [['content-type', 'text/css']]),
    );
    expect(given.status).toBe(500);
  });

  const traced = (integration: Integration) =>
    field(answered(integration).headers, 'x-amzn-trace-id') !== null;

  it('traces the answers of functions and AWS services only', () => {
    expect(traced({ type: 'lambda', response })).toBe(true);
    expect(traced({ type: 'lambda-result', payload: '2.0', result: { statusCode: 200 } })).toBe(true);
    expect(traced({ type: 'aws', response, mapping: mapping([]) })).toBe(true);
    expect(traced({ type: 'http', response, mapping: mapping([]) })).toBe(false);
    expect(traced({ type: 'http_proxy', response })).toBe(false);
    expect(traced({ type: 'mock', mapping: mapping([]) })).toBe(false);
    expect(traced({ type: 'lambda-error' })).toBe(false);
    expect(traced({ type: 'lambda-throttled' })).toBe(false);
  });
});

describe('what a function returned to a REST API', () => {
  const returned = (result: unknown) => answered({ type: 'lambda-result', payload: '2.0', result });

  it('goes out as its proxy response says, whatever format is named', () => {
    const given = returned({ statusCode: 201, headers: { 'Access-Control-Allow-Origin': '*' }, body: 'a' });
    expect([given.status, given.body, given.unverified]).toEqual([201, 'a', false]);
    expect(corsLines(given.headers)).toEqual(['Access-Control-Allow-Origin: *']);
  });

  it('makes one value of two of them', () => {
    const multiValueHeaders = { 'access-control-allow-origin': ['*'] };
    const headers = { 'Access-Control-Allow-Origin': origin };
    expect(corsLines(returned({ headers, multiValueHeaders }).headers)).toEqual([
      `access-control-allow-origin: *, ${origin}`,
    ]);
  });

  it('is a 502 where it is malformed, without the headers that it carries', () => {
    const given = returned({ statusCode: 200, headers: { 'access-control-allow-origin': '*' }, error: 'a' });
    expect([given.status, given.body, given.unverified]).toEqual([
      502,
      '{"message":"Internal server error"}',
      false,
    ]);
    expect(corsLines(given.headers)).toEqual([]);
    expect(returned({ statusCode: 200, body: { a: 1 } })).toMatchObject({ status: 502, unverified: true });
  });
});
