import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import type { GatewayRequest } from './model.ts';
import type { Policy } from './policy.ts';

/**
 * The value with which an HTTP API allows an origin: `*`, or the origin echoed where it equals a listed one or falls
 * under `https://*` or `http://*`. Null where it is not allowed.
 */
export function allowedOrigin(policy: Policy, origin: string): string | null {
  if (policy.origins.includes('*')) return '*';
  const scheme = /^(https?):\/\//.exec(origin)?.[1];
  const covered =
    policy.origins.includes(origin) || (scheme !== undefined && policy.origins.includes(`${scheme}://*`));
  return covered ? origin : null;
}

/** What an HTTP API adds to actual responses and to its own errors; empty without an allowed `Origin`. */
export function decoration(policy: Policy | null, request: GatewayRequest): HeaderLines {
  const origin = field(request.headers, 'origin');
  if (policy === null || origin === null) return [];
  const allowed = allowedOrigin(policy, origin);
  if (allowed === null) return [];
  return [
    ['access-control-allow-origin', allowed],
    ...(allowed === '*' ? [] : [['vary', 'origin'] as const]),
    ...(policy.credentials && allowed !== '*' ? [['access-control-allow-credentials', 'true'] as const] : []),
    ...list('access-control-expose-headers', policy.exposeHeaders),
  ];
}

/** `OPTIONS` with both `Origin` and `Access-Control-Request-Method`: anything less is routed like any request. */
export function isPreflight(request: GatewayRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    field(request.headers, 'origin') !== null &&
    field(request.headers, 'access-control-request-method') !== null
  );
}

/** Whether origin, method and headers of a preflight are all configured. One that is not leaves all headers out. */
export function preflightAllowed(policy: Policy, request: GatewayRequest): boolean {
  const origin = field(request.headers, 'origin');
  const method = field(request.headers, 'access-control-request-method') ?? '';
  const names = (field(request.headers, 'access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const headers = new Set(policy.headers.map((name) => name.toLowerCase()));
  return (
    origin !== null &&
    allowedOrigin(policy, origin) !== null &&
    (policy.methods.includes('*') || policy.methods.includes(method)) &&
    (headers.has('*') || names.every((name) => headers.has(name)))
  );
}

/** The headers of a preflight's answer besides the decoration. */
export function preflightHeaders(policy: Policy): HeaderLines {
  return [
    ...list('access-control-allow-methods', policy.methods),
    ...list('access-control-allow-headers', policy.headers),
    ...(policy.maxAge === null ? [] : [['access-control-max-age', String(policy.maxAge)] as const]),
  ];
}

const list = (name: string, values: readonly string[]): HeaderLines =>
  values.length === 0 ? [] : [[name, values.join(',')]];
