import { describe, expect, test } from 'vitest';
import { type Case, findings, type Headers, judged } from './testing.ts';

/** Exchanges of which nothing is to be said: least privilege, on every front door, with credentials and without. */
const origin = { 'access-control-allow-origin': 'https://app.example' };
const credentials = { 'access-control-allow-credentials': 'true' };
const vary = { vary: 'Origin' };

const asked = (method: string, more: Headers = {}): Case => ({
  method,
  headers: ['content-type', 'authorization'],
  preflight: {
    status: 204,
    headers: {
      ...origin,
      ...more,
      'access-control-allow-methods': method,
      'access-control-allow-headers': 'content-type,authorization',
      'access-control-max-age': '600',
    },
  },
  actual: { headers: { ...origin, ...more, 'content-type': 'application/json' } },
});
const healthy: Readonly<Record<string, Case>> = {
  'a plain GET': { actual: { headers: origin } },
  'a plain GET whose origin is echoed': { actual: { headers: { ...origin, ...vary } } },
  'a GET that caches keep rightly': {
    actual: { headers: { ...origin, ...vary, 'cache-control': 'public, max-age=600', etag: '"a"' } },
  },
  'with credentials': {
    credentials: 'include',
    actual: { headers: { ...origin, ...credentials, ...vary, 'cache-control': 'no-store' } },
  },
  'a PUT with credentials': { credentials: 'include', ...asked('PUT', { ...credentials, ...vary }) },
  'a POST as SAM allows it': {
    ...asked('POST'),
    preflight: {
      headers: {
        ...origin,
        'access-control-allow-methods': 'GET,POST,OPTIONS',
        'access-control-allow-headers': 'Content-Type,Authorization',
      },
    },
  },
  'a DELETE from a developer’s machine': {
    origin: 'http://localhost:5173',
    method: 'DELETE',
    preflight: {
      headers: {
        'access-control-allow-origin': 'http://localhost:5173',
        'access-control-allow-methods': 'DELETE',
        'access-control-max-age': '0',
      },
    },
    actual: { status: 204, headers: { 'access-control-allow-origin': 'http://localhost:5173' } },
  },
  'an exposed header that the answer carries': {
    actual: {
      headers: { ...origin, 'x-total-count': '4', 'access-control-expose-headers': 'x-total-count' },
    },
  },
  'an error that the page can read': { actual: { status: 404, headers: { ...origin, ...vary } } },
  'the same origin': { origin: 'https://api.example', url: 'https://api.example/a', actual: {} },
};

describe.each(['rest', 'http', 'function-url', 'cloudfront', 'other'] as const)('%s', (kind) => {
  test.each(Object.entries(healthy))('%s', (_, made) => {
    expect(findings({ kind, ...made })).toEqual([]);
  });

  test.each(Object.entries(healthy))('%s, among many like it', (_, made) => {
    const siblings = Array.from({ length: 30 }, (_each, n) =>
      judged({ ...made, id: `before-${n}`, at: n * 30_000, url: made.url ?? `https://api.example/${n}` }),
    );
    const own = { ...made, kind, at: 1_000_000 };
    expect(findings({ ...own, siblings })).toEqual([]);
  });
});
