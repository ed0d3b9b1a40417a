import { entriesOf, itemsOf, stringOf, type Value, valueAt } from '../../template/index.ts';
import type { Operation } from './operation.ts';

/** Each item is one security requirement by the names of its schemes. */
export type Security = readonly (readonly string[])[];

/** What an event's `Auth` puts before its method; `NONE` and `api_key_false` are SAM's marks against the API's defaults. */
export function eventSecurity(auth: Value | null): Security {
  const authorizer = stringOf(valueAt(auth, 'Authorizer'));
  const apiKey = flag(valueAt(auth, 'ApiKeyRequired'));
  return [
    ...(authorizer === null ? [] : [[authorizer]]),
    ...(apiKey === null ? [] : [[apiKey ? 'api_key' : 'api_key_false']]),
  ];
}

/** The names of an OpenAPI `security` list. */
export const securityNames = (security: Value | null): Security =>
  itemsOf(security).map((item) => entriesOf(item).map(({ key }) => key));

/** What an API's `Auth` says of methods that say nothing themselves. */
export interface Defaults {
  /** Names that are authorizers here, `AWS_IAM` included. */
  readonly authorizers: ReadonlySet<string>;
  readonly authorizer: string | null;
  readonly authorizerOnPreflight: boolean;
  readonly apiKey: boolean;
  readonly apiKeyOnPreflight: boolean;
}

export function defaultsOf(auth: Value | null): Defaults {
  const named = entriesOf(valueAt(auth, 'Authorizers')).map(({ key }) => key);
  const wanted = stringOf(valueAt(auth, 'DefaultAuthorizer'));
  const exists = wanted !== null && (wanted === 'AWS_IAM' || named.includes(wanted));
  return {
    authorizers: new Set(['AWS_IAM', ...named]),
    authorizer: exists ? wanted : null,
    authorizerOnPreflight: flag(valueAt(auth, 'AddDefaultAuthorizerToCorsPreflight')) ?? true,
    apiKey: flag(valueAt(auth, 'ApiKeyRequired')) ?? false,
    apiKeyOnPreflight: flag(valueAt(auth, 'AddApiKeyRequiredToCorsPreflight')) ?? true,
  };
}

/** Python's truth of a value; null where there is none. */
function flag(value: Value | null): boolean | null {
  if (value === null) return null;
  if (value.kind !== 'scalar') return true;
  return value.value === null ? null : Boolean(value.value);
}

/** An operation's security once the API's defaults are applied: the authorizer first, then the API key. */
export function secured(
  { key, security, integrated }: Pick<Operation, 'key' | 'security' | 'integrated'>,
  defaults: Defaults,
): Security {
  return integrated ? withApiKey(withAuthorizer(security, key, defaults), key, defaults) : security;
}

function withAuthorizer(security: Security, key: string, defaults: Defaults): Security {
  const { authorizer, authorizers, authorizerOnPreflight } = defaults;
  if (authorizer === null || (key === 'options' && !authorizerOnPreflight)) return security;
  const own = security.filter((names) => names.some((name) => authorizers.has(name)));
  const others = security.filter((names) => !own.includes(names));
  const none = others.findIndex((names) => names.includes('NONE'));
  if (none !== -1) return others.filter((_, index) => index !== none);
  return [...others, ...(own.length > 0 ? own : [[authorizer]])];
}

function withApiKey(security: Security, key: string, { apiKey, apiKeyOnPreflight }: Defaults): Security {
  if (!apiKey) return security;
  const others = security.filter((names) => !names.includes('api_key') && !names.includes('api_key_false'));
  if (key === 'options' && !apiKeyOnPreflight) return others;
  const refused = security.some((names) => names.includes('api_key_false'));
  return refused ? others : [...others, ['api_key']];
}
