import type { FetchOutcome } from './fetched.ts';

/** The lab's words for what the CORS check refuses: the Standard knows fewer reasons than Chromium. */
const checks: Readonly<Record<string, string>> = {
  MissingAllowOriginHeader: 'missing-acao',
  WildcardOriginNotAllowed: 'wildcard-with-credentials',
  MultipleAllowOriginValues: 'acao-mismatch',
  InvalidAllowOriginValue: 'acao-mismatch',
  AllowOriginMismatch: 'acao-mismatch',
  InvalidAllowCredentials: 'acac-not-true',
  InvalidStatus: 'status',
  DisallowedRedirect: 'status',
};

const others: Readonly<Record<string, string>> = {
  InvalidAllowMethodsPreflightResponse: 'preflight:bad-allow-methods',
  InvalidAllowHeadersPreflightResponse: 'preflight:bad-allow-headers',
  MethodDisallowedByPreflightResponse: 'preflight:method',
  DisallowedByMode: 'disallowed-by-mode',
  NoCorsRedirectModeNotFollow: 'no-cors-redirect-mode',
  'redirect-leaves-origin': 'disallowed-by-mode',
  unanswered: 'network',
};

/** The reason in the words that the lab's table uses for the Standard's; null for a response that the page gets. */
export function standardReason(outcome: FetchOutcome): string | null {
  if (outcome.kind === 'allowed') return outcome.type === 'opaqueredirect' ? outcome.type : null;
  if (outcome.kind === 'failed') return others[outcome.cause] ?? outcome.cause;
  const { code, parameter } = outcome.refusal;
  if (code === 'HeaderDisallowedByPreflightResponse') {
    return parameter === 'authorization' ? 'preflight:authorization' : `preflight:header:${parameter}`;
  }
  const check = checks[code.replace(/^Preflight/, '')];
  if (check === undefined) return others[code] ?? code;
  return outcome.step === 'preflight' ? `preflight:${check}` : check;
}
