/** What stands in the place of a secret. A plain word: it needs no escaping in any output language or URL. */
export const placeholder = 'REDACTED';

const sensitiveHeader =
  /authori[sz]ation|authentication(?!-results)|cookie|token|secret|passw|api[-_]?key|jwt|assertion|oidc-data|session|signature|credentials?$|(?:^|[-_])(?:auth|csrf|xsrf|otp|pin|sid)(?:$|[-_])|client-cert/;

/** Names that end in `key` and hold no credential: they name a thing, or are made anew for each connection. */
const harmlessKeys: ReadonlySet<string> = new Set([
  'idempotency-key',
  'surrogate-key',
  'cache-key',
  'x-cache-key',
  'sec-websocket-key',
]);

/** Whether a header's value is a credential. `access-control-*` headers never are: they are what a report is about. */
export function isSensitiveHeader(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('access-control-')) return false;
  return sensitiveHeader.test(lower) || (/(?:^|[-_])key$/.test(lower) && !harmlessKeys.has(lower));
}

const sensitiveParameter =
  /token|secret|passw|signature|credential|api[-_.]?key|jwt|assertion|sess(?:ion)?[-_]?id|access[-_]?key|csrf|xsrf|code_?verifier|saml(?:request|response)/;

/** Whole names: parts of OAuth, and of signed URLs of AWS, CloudFront, Google Cloud and Azure. */
const sensitiveParameters: ReadonlySet<string> = new Set([
  ...['code', 'sig', 'auth', 'authorization', 'bearer', 'pwd', 'pass', 'key', 'apikey', 'subscription-key'],
  ...['sid', 'session', 'ticket', 'otp', 'pin', 'hmac', 'relaystate'],
  ...['expires', 'policy', 'key-pair-id', 'awsaccesskeyid', 'googleaccessid', 'x-amz-expires'],
]);

/** Whether a query or fragment parameter is a credential or a part of a signature. Takes the name as in the URL. */
export function isSensitiveParameter(rawName: string): boolean {
  const lower = decoded(rawName).trim().toLowerCase();
  return sensitiveParameters.has(lower) || sensitiveParameter.test(lower);
}

const everyday: ReadonlySet<string> = new Set([
  'code',
  'expires',
  'key',
  'pin',
  'policy',
  'session',
  'ticket',
]);

/**
 * Whether a sensitive parameter's value may be looked for elsewhere: those whose names are everyday words may hold a word,
 * which means nothing where else it stands.
 */
export function isTelling(name: string, value: string): boolean {
  return (
    !everyday.has(name.toLowerCase()) || value.length >= 20 || (/\d/.test(value) && /[a-z]/i.test(value))
  );
}

/** Percent-decoded with `+` as a space; unchanged where it is not decodable. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
