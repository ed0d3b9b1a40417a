import type { Policy } from '../../gateway/index.ts';
import { isDevelopment } from '../development.ts';
import { error, type FieldCheck, fine, warning } from './field-check.ts';

/** Checks whether a policy may allow credentials, as it is. The one value to offer is `false`. */
export function checkCredentials(policy: Policy): FieldCheck {
  if (!policy.credentials) return fine;
  const lists = [policy.origins, policy.methods, policy.headers, policy.exposeHeaders];
  if (lists.some((list) => list.some((value) => value === '*' || /^https?:\/\/\*$/.test(value))))
    return error(
      'wildcard-with-credentials',
      'Credentials and * exclude each other: list every value, or do without credentials.',
      'false',
    );
  const insecure = policy.origins.some((origin) => /^http:/.test(origin) && !isDevelopment(origin));
  if (insecure)
    return warning(
      'insecure-credentials',
      'With an http origin anybody on the way can call this API as the user; allow credentials to https origins only.',
    );
  return fine;
}
