import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import type { GatewayRequest, HandlerResponse } from './model.ts';
import type { Policy } from './policy.ts';

export const isCorsResponseHeader = ([name]: HeaderLine) => name.toLowerCase().startsWith('access-control-');

/** The header lines that a handler's response has for this request: its own, and its policy's where it has one. */
export function handlerHeaders(response: HandlerResponse, request: GatewayRequest): HeaderLines {
  return response.cors === undefined
    ? response.headers
    : [...response.headers, ...policyHeaders(response.cors, field(request.headers, 'origin'))];
}

/** What code that follows a policy sets on an actual response: nothing for an origin that is not listed. */
function policyHeaders(policy: Policy, origin: string | null): HeaderLines {
  const listed = origin !== null && policy.origins.includes(origin);
  const allowed = policy.origins.includes('*') ? '*' : listed ? origin : null;
  const vary: HeaderLines = allowed === '*' ? [] : [['vary', 'Origin']];
  if (allowed === null) return vary;
  return [
    ['access-control-allow-origin', allowed],
    ...(policy.credentials ? [['access-control-allow-credentials', 'true'] as const] : []),
    ...(policy.exposeHeaders.length > 0
      ? [['access-control-expose-headers', policy.exposeHeaders.join(',')] as const]
      : []),
    ...vary,
  ];
}
