import type { Policy } from '../../gateway/index.ts';
import { policy } from '../judged.testing.ts';

/** A policy that needs every header, from two origins, so that OPTIONS is the handler's too. */
export const two: Policy = policy({
  origins: ['https://a.test', 'https://b.test'],
  methods: ['GET', 'PUT'],
  headers: ['x-a'],
  exposeHeaders: ['x-trace', 'etag'],
  credentials: true,
  maxAge: 600,
});

const stranger = { Vary: 'Origin' };
const allowed = (origin: string) => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Expose-Headers': 'x-trace,etag',
  Vary: 'Origin',
});
const preflight = (origin: string) => ({
  ...allowed(origin),
  'Access-Control-Allow-Methods': 'GET,PUT',
  'Access-Control-Allow-Headers': 'x-a',
  'Access-Control-Max-Age': '600',
});

interface Case {
  readonly event: Readonly<Record<string, unknown>>;
  readonly status: 200 | 204;
  readonly headers: Readonly<Record<string, string>>;
}

const bare = { headers: null, multiValueHeaders: null };

function ways(httpMethod: string, origin: string): readonly Readonly<Record<string, unknown>>[] {
  return [
    { ...bare, httpMethod, headers: { origin } },
    { ...bare, httpMethod, headers: { Origin: origin } },
    { ...bare, httpMethod, multiValueHeaders: { origin: [origin] } },
    { ...bare, httpMethod, multiValueHeaders: { Origin: [origin] } },
    { httpMethod, headers: { Origin: origin }, multiValueHeaders: { Origin: [origin] } },
  ];
}

const strangers = [
  'https://c.test',
  'https://a.test.evil.example',
  'https://evil.a.test',
  'http://a.test',
  'https://a.test:8443',
  'https://a.test/',
  'HTTPS://A.TEST',
  'null',
  '*',
  '',
];

/** What a REST API hands over, and what has to come back under the policy `two`. */
export const restCases: readonly Case[] = [
  ...two.origins.flatMap((origin) => [
    ...ways('GET', origin).map((event) => ({ event, status: 200, headers: allowed(origin) }) as const),
    ...ways('OPTIONS', origin).map((event) => ({ event, status: 204, headers: preflight(origin) }) as const),
  ]),
  ...strangers.flatMap((origin) => [
    ...ways('GET', origin).map((event) => ({ event, status: 200, headers: stranger }) as const),
    ...ways('OPTIONS', origin).map((event) => ({ event, status: 204, headers: stranger }) as const),
  ]),
  { event: { ...bare, httpMethod: 'GET' }, status: 200, headers: stranger },
  { event: { httpMethod: 'GET', headers: {}, multiValueHeaders: {} }, status: 200, headers: stranger },
  { event: { ...bare, httpMethod: 'OPTIONS' }, status: 204, headers: stranger },
];

export const event2 = (method: string) => ({ version: '2.0', requestContext: { http: { method } } });
export const event1 = (method: string) => ({
  version: '1.0',
  httpMethod: method,
  requestContext: { httpMethod: method },
});
