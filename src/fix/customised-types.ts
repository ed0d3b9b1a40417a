import type { Evidence, Finding } from '../diagnosis/index.ts';

/** Gateway response types that a template can set by themselves; `REQUEST_TOO_LARGE` takes no change (AWS documents so). */
const types: readonly string[] = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
];

/** The gateway response type that a template's line sets by itself: such a type takes nothing from the defaults. */
export function customisedType({ message, value }: Evidence): string | null {
  if (message !== 'template' || value === undefined) return null;
  const key = /^["']?([A-Z_]{1,40})["']?\s*:/.exec(value)?.[1];
  return key !== undefined && types.includes(key) ? key : null;
}

/** Those that findings point at in the template. */
export function customisedTypes(findings: readonly Finding[]): readonly string[] {
  const named = findings.flatMap(({ evidence }) => evidence.map(customisedType));
  return [...new Set(named.filter((type) => type !== null))].sort();
}
