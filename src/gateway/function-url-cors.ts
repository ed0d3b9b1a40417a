import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import type { GatewayRequest } from './model.ts';
import type { Policy } from './policy.ts';

/**
 * What a function URL's `Cors` adds to every response, preflight or not. `*` among the origins reflects whoever asks,
 * so that it goes with credentials too. Empty for an origin that is not listed, which is not recorded.
 */
export function urlDecoration(policy: Policy | null, request: GatewayRequest): HeaderLines {
  const origin = field(request.headers, 'origin');
  if (policy === null || origin === null) return [];
  if (!policy.origins.includes('*') && !policy.origins.includes(origin)) return [];
  return [
    ['access-control-allow-origin', origin],
    ['vary', 'Origin'],
    ...(policy.credentials ? [['access-control-allow-credentials', 'true'] as const] : []),
    ...(policy.exposeHeaders.length > 0
      ? [['access-control-expose-headers', policy.exposeHeaders.join(',')] as const]
      : []),
  ];
}

/**
 * The CORS headers of its answer to OPTIONS. `*` among the methods answers with the method that is asked for. What it
 * does about an origin, method or header that is not listed is not recorded: taken here to be as at an HTTP API, where
 * none of the headers is sent then.
 */
export function urlPreflightHeaders(policy: Policy, request: GatewayRequest): HeaderLines {
  const decoration = urlDecoration(policy, request);
  const method = field(request.headers, 'access-control-request-method');
  const named = (field(request.headers, 'access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  // Each item is one name: `Content-Type,Authorization` as one item equals neither.
  const listed = new Set(policy.headers.map((name) => name.toLowerCase()));
  const methodFits = method === null || policy.methods.includes('*') || policy.methods.includes(method);
  const headersFit = listed.has('*') || named.every((name) => listed.has(name));
  if (decoration.length === 0 || !methodFits || !headersFit) return [];
  const methods = policy.methods.includes('*') && method !== null ? [method] : policy.methods;
  const headers = listed.has('*') && named.length > 0 ? named : policy.headers;
  return [
    ...decoration,
    ...(methods.length > 0 ? [['access-control-allow-methods', methods.join(',')] as const] : []),
    ...(headers.length > 0 ? [['access-control-allow-headers', headers.join(',')] as const] : []),
    ...(policy.maxAge === null ? [] : [['access-control-max-age', String(policy.maxAge)] as const]),
  ];
}
