import { answerHeaders } from './answer-headers.ts';
import { utf8Text } from './bytes.ts';
import type { HeaderLines } from './headers.ts';
import type { Refusal } from './reason.ts';
import type { Credentials } from './request.ts';

/** What the CORS check looks at: the request's serialised origin and credentials mode, the response's headers. */
export interface CorsCheckInput {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly headers: HeaderLines;
}

/** The codes that the CORS check gives on an actual response. */
export type CorsCheckCode =
  | 'MissingAllowOriginHeader'
  | 'WildcardOriginNotAllowed'
  | 'MultipleAllowOriginValues'
  | 'InvalidAllowOriginValue'
  | 'AllowOriginMismatch'
  | 'InvalidAllowCredentials';

/** A refusal of the CORS check. */
export interface CorsCheckRefusal extends Refusal {
  readonly code: CorsCheckCode;
}

const missing: CorsCheckRefusal = { code: 'MissingAllowOriginHeader', parameter: '' };
const wildcard: CorsCheckRefusal = { code: 'WildcardOriginNotAllowed', parameter: '' };

/** Whether a response may be read: null, or why not. Fetch Standard §4.10 "CORS check". */
export function corsCheck({ origin, credentials, headers }: CorsCheckInput): CorsCheckRefusal | null {
  // 1. "Let origin be the result of getting `Access-Control-Allow-Origin`"; 2. "If origin is null, then return failure."
  const { acao, acac } = answerHeaders(headers);
  if (acao === null) return missing;
  // 3. "If request's credentials mode is not "include" and origin is `*`, then return success."
  if (acao === '*') return credentials === 'include' ? wildcard : null;
  // 4. "If the result of byte-serializing a request origin with request is not origin, then return failure."
  if (acao !== origin) return { code: mismatchCode(acao), parameter: utf8Text(acao) ?? '' };
  // 5. "If request's credentials mode is not "include", then return success."
  if (credentials !== 'include') return null;
  // 6. "Let credentials be the result of getting `Access-Control-Allow-Credentials`"; 7. "If credentials is `true`, return success."
  // 8. "Return failure."
  return acac === 'true' ? null : { code: 'InvalidAllowCredentials', parameter: utf8Text(acac ?? '') ?? '' };
}

/** Chromium's three names for a value that is not the origin (services/network/public/cpp/cors/cors.cc, `CheckAccess`). */
function mismatchCode(acao: string): CorsCheckCode {
  if (acao.includes(' ') || acao.includes(',')) return 'MultipleAllowOriginValues';
  if (acao === 'null') return 'AllowOriginMismatch';
  const text = utf8Text(acao);
  return text === null || !URL.canParse(text) ? 'InvalidAllowOriginValue' : 'AllowOriginMismatch';
}
