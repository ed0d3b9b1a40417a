import {
  corsCheck,
  headerTokens,
  headerValue,
  isSafelistedMethod,
  refusedHeaderNames,
} from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { type Exchanged, profileOf } from '../../exchange/index.ts';

/** Whether a CORS header does its part. `expected` is what would pass. */
export interface HeaderJudgement {
  readonly name: string;
  readonly state: 'ok' | 'wrong' | 'missing';
  readonly expected: string | null;
}

/** The CORS headers of one response, judged for the request that the page made. Empty where nothing is to be judged. */
export function judgeResponse(
  diagnosed: Diagnosed,
  { response }: Exchanged,
  role: 'preflight' | 'actual',
): readonly HeaderJudgement[] {
  const { exchange, judgement } = diagnosed;
  const { origin } = exchange;
  if (response === null || origin === null || judgement.verdict.outcome === 'not-cors') return [];
  const credentials = judgement.inferred.credentials ?? 'same-origin';
  const { headers, status } = response;
  const { method, headers: unsafeHeaders } = judgement.needs;

  const judged: HeaderJudgement[] = [];
  const put = (name: Lowercase<string>, ok: boolean, expected: string): void => {
    const missing = headerValue(headers, name) === null;
    judged.push({ name, state: ok ? 'ok' : missing ? 'missing' : 'wrong', expected: ok ? null : expected });
  };
  const refusal = corsCheck({ origin, credentials, headers });
  put('access-control-allow-origin', refusal === null || refusal.code === 'InvalidAllowCredentials', origin);
  if (credentials === 'include') {
    const acac = headerValue(headers, 'access-control-allow-credentials');
    put('access-control-allow-credentials', acac === 'true', 'true');
  }
  if (role === 'actual') return judged;
  // Fetch Standard §4.8 step 7: a preflight passes with an ok status only.
  if (status < 200 || status > 299) judged.push({ name: ':status', state: 'wrong', expected: '200 to 299' });

  if (!isSafelistedMethod(method)) {
    const acam = headerTokens(headers, 'access-control-allow-methods');
    const allows = (token: string): boolean => Array.isArray(acam) && acam.includes(token);
    put('access-control-allow-methods', allows(method) || (credentials !== 'include' && allows('*')), method);
  }
  if (unsafeHeaders.length > 0) {
    const refused = refusedHeaderNames(
      { origin, credentials, method, unsafeHeaders, status, headers },
      profileOf(exchange.browser),
    );
    const parsed = headerTokens(headers, 'access-control-allow-headers') !== 'invalid';
    put('access-control-allow-headers', parsed && refused.length === 0, unsafeHeaders.join(', '));
  }
  return judged;
}

const corsRequestHeaders = new Set([
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
]);

/** Whether a header takes part in CORS, so that it stands out among the rest. */
export function isCorsHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return corsRequestHeaders.has(lower) || lower.startsWith('access-control-') || lower === 'vary';
}
