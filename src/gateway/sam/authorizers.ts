import { entriesOf, stringOf, type Value, valueAt } from '../../template/index.ts';
import type { Authorizer } from '../model.ts';
import type { Security } from './security.ts';

/** What a security requirement comes to: who is asked, and whether an API key is. */
export interface Guard {
  readonly security: readonly string[];
  readonly authorizer: Authorizer;
  readonly apiKeyRequired: boolean;
}

export type Schemes = ReadonlyMap<string, Authorizer | 'api-key'>;

/** The security schemes of an API: SAM's `Auth.Authorizers` and those of its definition. */
export function schemesOf(auth: Value | null, definition: Value | null): Schemes {
  const written = [
    ...entriesOf(valueAt(definition, 'securityDefinitions')),
    ...entriesOf(valueAt(definition, 'components', 'securitySchemes')),
  ];
  return new Map<string, Authorizer | 'api-key'>([
    ...written.map(({ key, value }) => [key, schemeOf(value)] as const),
    ...entriesOf(valueAt(auth, 'Authorizers')).map(({ key, value }) => [key, authorizerOf(value)] as const),
    ['AWS_IAM', 'iam'],
    ['api_key', 'api-key'],
    ['api_key_false', 'none'],
    ['NONE', 'none'],
  ]);
}

function authorizerOf(value: Value): Authorizer {
  if (valueAt(value, 'UserPoolArn') !== null) return 'cognito';
  return valueAt(value, 'JwtConfiguration') === null ? 'lambda' : 'jwt';
}

function schemeOf(scheme: Value): Authorizer | 'api-key' {
  const type = stringOf(valueAt(scheme, 'x-amazon-apigateway-authtype'))?.toLowerCase();
  if (type === 'awssigv4') return 'iam';
  const authorizer = valueAt(scheme, 'x-amazon-apigateway-authorizer');
  const kind = stringOf(valueAt(authorizer, 'type'))?.toLowerCase();
  if (type === 'cognito_user_pools' || kind === 'cognito_user_pools') return 'cognito';
  if (kind === 'jwt') return 'jwt';
  if (authorizer !== null) return 'lambda';
  const name = stringOf(valueAt(scheme, 'name'))?.toLowerCase();
  return name === 'x-api-key' ? 'api-key' : 'none';
}

export function guardOf(security: Security, schemes: Schemes): Guard {
  const names = security.flat();
  const kinds = names.map((name) => schemes.get(name) ?? 'none');
  const authorizer = kinds.find((kind): kind is Authorizer => kind !== 'api-key' && kind !== 'none');
  return { security: names, authorizer: authorizer ?? 'none', apiKeyRequired: kinds.includes('api-key') };
}
