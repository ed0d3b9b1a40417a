import type { Policy } from '../gateway/index.ts';
import type { Yaml } from './yaml.ts';

/**
 * A policy with the names and types that an HTTP API and a function URL share: of SAM's `CorsConfiguration` and `Cors`,
 * and of the JSON that AWS's command line takes.
 */
export function listCors(policy: Policy, origins: Yaml = policy.origins): { readonly [key: string]: Yaml } {
  return {
    AllowOrigins: origins,
    ...(policy.methods.length > 0 && { AllowMethods: policy.methods }),
    ...(policy.headers.length > 0 && { AllowHeaders: policy.headers }),
    ...(policy.exposeHeaders.length > 0 && { ExposeHeaders: policy.exposeHeaders }),
    ...(policy.credentials && { AllowCredentials: true }),
    ...(policy.maxAge !== null && { MaxAge: policy.maxAge }),
  };
}
