import { field } from '../field.ts';
import type { GatewayAnswer, GatewayRequest } from '../model.ts';
import type { Policy } from '../policy.ts';
import { unquoted } from './preflights.ts';
import type { TemplateApi } from './template-api.ts';

const decoration = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
  'vary',
];
const preflight = ['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

/**
 * The headers of a predicted answer, in lower case, whose value or absence rests on a text that the template does not
 * tell. An HTTP API and a function URL compare the request with their lists: an unknown text among these may or may not
 * be what was asked for.
 */
export function unknownHeadersOf(
  api: TemplateApi,
  request: GatewayRequest,
  answer: GatewayAnswer,
): readonly string[] {
  if (api.unknowns.length === 0) return [];
  const unknowns = api.unknowns.map(unquoted).filter((text) => text !== '');
  const holds = (text: string) => unknowns.some((unknown) => text.includes(unknown));
  const written = answer.headers.filter(([, value]) => holds(value)).map(([name]) => name.toLowerCase());
  const asked = api.policy === null ? [] : compared(api.policy, request, holds);
  return [...new Set([...written, ...asked])];
}

function compared(
  policy: Policy,
  request: GatewayRequest,
  holds: (text: string) => boolean,
): readonly string[] {
  const doubt = (asked: string | null, list: readonly string[]) =>
    asked !== null && !list.includes('*') && !list.includes(asked) && list.some(holds);
  const origin = field(request.headers, 'origin');
  const method = field(request.headers, 'access-control-request-method');
  const names = (field(request.headers, 'access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const isPreflight = request.method === 'OPTIONS' && method !== null;
  const inDoubt =
    doubt(origin, policy.origins) ||
    (isPreflight && (doubt(method, policy.methods) || names.some((name) => doubt(name, policy.headers))));
  if (!inDoubt) return [];
  return isPreflight ? [...decoration, ...preflight] : decoration;
}
