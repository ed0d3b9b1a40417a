import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { Policy } from '../gateway/index.ts';

/** The headers, besides the allow-origin, that the emitted handler adds to every answer for an allowed origin. */
export function actualHeaders(policy: Policy): HeaderLines {
  const lines: HeaderLine[] = [];
  if (policy.credentials) lines.push(['Access-Control-Allow-Credentials', 'true']);
  if (policy.exposeHeaders.length > 0)
    lines.push(['Access-Control-Expose-Headers', policy.exposeHeaders.join(',')]);
  return lines;
}

/** Those that it adds to a preflight's answer beyond these. */
export function preflightHeaders(policy: Policy): HeaderLines {
  const lines: HeaderLine[] = [];
  if (policy.methods.length > 0) lines.push(['Access-Control-Allow-Methods', policy.methods.join(',')]);
  if (policy.headers.length > 0) lines.push(['Access-Control-Allow-Headers', policy.headers.join(',')]);
  if (policy.maxAge !== null) lines.push(['Access-Control-Max-Age', String(policy.maxAge)]);
  return lines;
}

/** All CORS headers that the emitted handler sends: the proof's model of it. A test runs the emitted module against this. */
export function handlerCorsHeaders(policy: Policy, origin: string, isPreflight: boolean): HeaderLines {
  const any = policy.origins.includes('*');
  if (!any && !policy.origins.includes(origin)) return [['Vary', 'Origin']];
  return [
    ['Access-Control-Allow-Origin', any ? '*' : origin],
    ...actualHeaders(policy),
    ...(isPreflight ? preflightHeaders(policy) : []),
    ...(any ? [] : [['Vary', 'Origin'] as const]),
  ];
}
