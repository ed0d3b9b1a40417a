import { entriesOf, entryOf, stringOf, type Value, valueAt } from '../../template/index.ts';

/** What `Cors` of a REST API says. Values are the template's own, inner quotes included. */
export interface RestCors {
  readonly origin: Value | string;
  readonly methods: Value | null;
  readonly headers: Value | null;
  readonly maxAge: Value | null;
  readonly credentials: boolean;
}

export const restCorsKeys = ['AllowMethods', 'AllowHeaders', 'AllowOrigin', 'MaxAge', 'AllowCredentials'];

/** Why the translator refuses a `Cors`. */
export type RestCorsRefusal = 'wrong-type' | 'unknown-key' | 'credentials' | 'empty-origin';

/**
 * Reads `Cors` as the translator does: a text or an intrinsic function is the origin alone. Null where nothing is set,
 * or where the deployment fails.
 */
export function restCors(cors: Value | null): RestCors | RestCorsRefusal | null {
  if (!isSet(cors)) return null;
  if (cors.kind === 'intrinsic' || stringOf(cors) !== null)
    return { origin: cors, methods: null, headers: null, maxAge: null, credentials: false };
  if (cors.kind !== 'map') return 'wrong-type';
  if (entriesOf(cors).some(({ key }) => !restCorsKeys.includes(key))) return 'unknown-key';
  const origin = entryOf(cors, 'AllowOrigin')?.value ?? "'*'";
  const flag = valueAt(cors, 'AllowCredentials');
  const credentials = flag?.kind === 'scalar' && flag.value === true;
  if (credentials && (origin === "'*'" || (typeof origin !== 'string' && stringOf(origin) === "'*'")))
    return 'credentials';
  if (typeof origin !== 'string' && !isSet(origin)) return 'empty-origin';
  return {
    origin,
    methods: set(valueAt(cors, 'AllowMethods')),
    headers: set(valueAt(cors, 'AllowHeaders')),
    maxAge: notNull(valueAt(cors, 'MaxAge')),
    credentials,
  };
}

/** Python's truth of a value. */
export function isSet(value: Value | null): value is Value {
  if (value === null) return false;
  if (value.kind === 'scalar') return Boolean(value.value);
  if (value.kind === 'list') return value.items.length > 0;
  return value.kind === 'intrinsic' || value.entries.length > 0;
}

const set = (value: Value | null) => (isSet(value) ? value : null);
const notNull = (value: Value | null) => (value?.kind === 'scalar' && value.value === null ? null : value);
