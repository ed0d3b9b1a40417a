import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { answer } from './answer.ts';
import { field } from './field.ts';
import { corsLines, functionUrl, get, ok, origin, policy, preflightFor } from './test-values.ts';

const stranger = 'https://stranger.example';
const signature = 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b';
const handled = (headers: HeaderLines) =>
  ({ type: 'lambda', response: { ...ok, headers: [...ok.headers, ...headers] } }) as const;

describe('a function URL with CORS', () => {
  const url = functionUrl(policy);

  it('answers a preflight without the function', () => {
    const given = answer(functionUrl(policy, { integration: { type: 'lambda-error' } }), preflightFor('/'));
    expect(given.status).toBe(200);
    expect(corsLines(given.headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
      'access-control-allow-methods: GET,POST',
      'access-control-allow-headers: content-type',
    ]);
  });

  it('answers it before it asks for permission or a signature', () => {
    const closed = functionUrl(policy, { permitted: false, authType: 'AWS_IAM' });
    expect(answer(closed, preflightFor('/')).status).toBe(200);
  });

  it.each([
    ['origin', preflightFor('/', 'POST', 'content-type', stranger)],
    ['method', preflightFor('/', 'DELETE')],
    ['header', preflightFor('/', 'POST', 'authorization')],
  ])('sends no CORS header where the %s is not listed, which is not recorded', (_, request) => {
    const given = answer(url, request);
    expect(corsLines(given.headers)).toEqual([]);
    expect(given.unverified).toBe(true);
  });

  it('takes several names in one item for one name', () => {
    const one = functionUrl({ ...policy, headers: ['Content-Type,Authorization'] });
    expect(corsLines(answer(one, preflightFor('/', 'POST', 'content-type')).headers)).toEqual([]);
    expect(corsLines(answer(one, preflightFor('/', 'POST', '')).headers)).not.toEqual([]);
  });

  it('reflects any origin under the wildcard, with credentials too, and the method asked for', () => {
    const open = functionUrl({ ...policy, origins: ['*'], methods: ['*'], credentials: true, maxAge: 60 });
    const { headers } = answer(open, preflightFor('/', 'PATCH', 'content-type', stranger));
    expect(corsLines(headers)).toEqual([
      `access-control-allow-origin: ${stranger}`,
      'access-control-allow-credentials: true',
      'access-control-allow-methods: PATCH',
      'access-control-allow-headers: content-type',
      'access-control-max-age: 60',
    ]);
    expect(field(headers, 'vary')).toBe('Origin');
  });

  it('adds its header beside the one that the function sends', () => {
    const twice = functionUrl(policy, { integration: handled([['access-control-allow-origin', '*']]) });
    const given = answer(twice, get('/'));
    expect(corsLines(given.headers)).toEqual([
      'access-control-allow-origin: *',
      `access-control-allow-origin: ${origin}`,
    ]);
    expect(given.unverified).toBe(true);
  });

  it('adds its headers to its own errors', () => {
    const crash = functionUrl(
      { ...policy, exposeHeaders: ['x-a', 'x-b'] },
      { integration: { type: 'lambda-error' } },
    );
    expect(corsLines(answer(crash, get('/')).headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
      'access-control-expose-headers: x-a,x-b',
    ]);
  });
});

describe('a function URL without CORS', () => {
  it('has the function answer OPTIONS like any method', () => {
    const integration = handled([['access-control-allow-origin', origin]]);
    const given = answer(functionUrl(null, { integration }), preflightFor('/'));
    expect(corsLines(given.headers)).toEqual([`access-control-allow-origin: ${origin}`]);
    expect(given.body).toBe(ok.body);
    expect(given.unverified).toBe(false);
  });

  it.each([
    ['a permission', { permitted: false }, []],
    ['a signature', { authType: 'AWS_IAM' }, []],
    ['a signature, not a token', { authType: 'AWS_IAM' }, [['authorization', 'Bearer a']]],
  ] as const)('refuses whoever lacks %s, preflights too', (_, more, headers) => {
    const url = functionUrl(null, more);
    for (const request of [get('/', headers), preflightFor('/')])
      expect([answer(url, request).status, field(answer(url, request).headers, 'x-amzn-errortype')]).toEqual([
        403,
        'AccessDeniedException',
      ]);
  });

  it('lets a signed request in', () => {
    const url = functionUrl(null, { authType: 'AWS_IAM' });
    expect(answer(url, get('/', [['Authorization', signature]])).status).toBe(200);
  });

  it.each([
    ['lambda-throttled', 429, true],
    ['timeout', 502, true],
    ['lambda-error', 502, false],
  ] as const)('ends %s with %i', (type, status, unverified) => {
    expect(answer(functionUrl(null, { integration: { type } }), get('/'))).toMatchObject({
      status,
      unverified,
    });
  });
});
