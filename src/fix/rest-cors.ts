import type { Policy } from '../gateway/index.ts';
import type { Yaml } from './yaml.ts';

/** `Cors` of a REST API. Values are mapping expressions, so each stands in single quotes of its own. */
export function restCors(
  policy: Policy,
  origin: Yaml = quoted(policy.origins[0] ?? ''),
): { readonly [key: string]: Yaml } {
  return {
    AllowOrigin: origin,
    ...(policy.methods.length > 0 && { AllowMethods: quoted(policy.methods.join(',')) }),
    ...(policy.headers.length > 0 && { AllowHeaders: quoted(policy.headers.join(',')) }),
    ...(policy.credentials && { AllowCredentials: true }),
    ...(policy.maxAge !== null && { MaxAge: quoted(String(policy.maxAge)) }),
  };
}

/** The headers of the gateway's own errors, by gateway response type. */
export function gatewayResponses(policy: Policy, types: readonly string[], origin?: Yaml): Yaml {
  const response = {
    ResponseParameters: {
      Headers: {
        'Access-Control-Allow-Origin': origin ?? quoted(policy.origins[0] ?? ''),
        ...(policy.credentials && { 'Access-Control-Allow-Credentials': quoted('true') }),
      },
    },
  };
  return Object.fromEntries(types.map((type) => [type, response]));
}

/** A fixed text as a mapping expression writes it. */
export function quoted(value: string): string {
  return `'${value}'`;
}
