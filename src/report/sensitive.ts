/** What stands in the place of a secret. A plain word: it needs no escaping in any output language or URL. */
export const placeholder = 'REDACTED';

const sensitiveHeader =
  /authorization|cookie|token|secret|passw|api-?key|jwt|assertion|oidc-data|session-?id|signature$|credentials?$/;

/** Whether a header's value is a credential. `access-control-*` headers never are: they are what a report is about. */
export function isSensitiveHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return !lower.startsWith('access-control-') && sensitiveHeader.test(lower);
}

const sensitiveParameter = /token|secret|passw|signature|credential|api[-_]?key|jwt|assertion|session[-_]?id/;
const sensitiveParameters: ReadonlySet<string> = new Set(['code', 'sig', 'auth', 'authorization', 'pwd']);

/** Whether a query or fragment parameter is a credential or a part of a signature. Takes the name as in the URL. */
export function isSensitiveParameter(rawName: string): boolean {
  const lower = decoded(rawName).toLowerCase();
  return sensitiveParameters.has(lower) || sensitiveParameter.test(lower);
}

/** Percent-decoded with `+` as a space; unchanged where it is not decodable. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
