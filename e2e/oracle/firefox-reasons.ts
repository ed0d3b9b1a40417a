/**
 * Firefox's reasons, as its console categories tell them: coarser than reason codes, so that one stands for several.
 * Read from Gecko's `nsCORSListenerProxy.cpp` and seen beside Chromium's codes for the same answers.
 */
import type { CorsErrorCode } from '../../src/cors/index.ts';
import type { ConsoleLine } from '../firefox/console.ts';
import type { StepTruth } from './browser.ts';
import type { OracleCase, OracleRequest } from './case.ts';
import { placeOf } from './server.ts';

const both = (...codes: readonly CorsErrorCode[]) => codes;
const mismatches = both(
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
  'AllowOriginMismatch',
  'PreflightMultipleAllowOriginValues',
  'PreflightInvalidAllowOriginValue',
  'PreflightAllowOriginMismatch',
);

/** `CORSDidNotSucceed2` is left out: it follows other reasons, and alone it may be any fault of the network. */
const codesOf: ReadonlyMap<string, readonly CorsErrorCode[]> = new Map([
  // Firefox tells a redirected preflight without allow-origin by what it lacks.
  [
    'CORSMissingAllowOrigin2',
    both('MissingAllowOriginHeader', 'PreflightMissingAllowOriginHeader', 'PreflightDisallowedRedirect'),
  ],
  [
    'CORSMultipleAllowOriginNotAllowed',
    both('MultipleAllowOriginValues', 'PreflightMultipleAllowOriginValues'),
  ],
  ['CORSAllowOriginNotMatchingOrigin', mismatches],
  ['CORSNotSupportingCredentials', both('WildcardOriginNotAllowed', 'PreflightWildcardOriginNotAllowed')],
  ['CORSMissingAllowCredentials', both('InvalidAllowCredentials', 'PreflightInvalidAllowCredentials')],
  ['CORSPreflightDidNotSucceed3', both('PreflightInvalidStatus')],
  ['CORSExternalRedirectNotAllowed', both('PreflightDisallowedRedirect')],
  ['CORSInvalidAllowMethod', both('InvalidAllowMethodsPreflightResponse')],
  ['CORSInvalidAllowHeader', both('InvalidAllowHeadersPreflightResponse')],
  ['CORSMethodNotFound', both('MethodDisallowedByPreflightResponse')],
  ['CORSMissingAllowHeaderFromPreflight2', both('HeaderDisallowedByPreflightResponse')],
]);

/** What Firefox gave as reasons, by case number and in order: each as the codes that it may stand for. */
export function reasonsIn(
  lines: readonly ConsoleLine[],
): ReadonlyMap<number, readonly (readonly CorsErrorCode[])[]> {
  const byCase = new Map<number, (readonly CorsErrorCode[])[]>();
  for (const { category, text } of lines) {
    const codes = codesOf.get(category);
    const url = /remote resource at (\S+?)\. \(/.exec(text)?.[1] ?? '';
    const place = placeOf(url.replace(/#.*$/, ''));
    if (codes === undefined || place === null) continue;
    const known = byCase.get(place.number) ?? [];
    known.push(codes);
    byCase.set(place.number, known);
  }
  return byCase;
}

/** The steps with their reasons; of a dropped connection Firefox says that it has several allow-origins. The console names no request, so that reasons are believed only where each failed step has one. */
export function withReasons(
  steps: readonly StepTruth[],
  reasons: readonly (readonly CorsErrorCode[])[],
  own: OracleCase | undefined,
): readonly StepTruth[] {
  if (own === undefined || isDropped(own)) return steps;
  const failed = steps.filter(({ seen }) => seen === 'failed').length;
  if (failed !== reasons.length) return steps;
  const rest = [...reasons];
  return steps.map((step, index) => {
    if (step.seen !== 'failed') return step;
    const told = rest.shift() ?? null;
    return { ...step, reasons: told && ofRedirectMode(told, own.requests[index]) };
  });
}

const isDropped = ({ hops }: OracleCase): boolean =>
  hops.some(({ preflight, response }) => preflight.drop || response.drop);

/** Of a preflight's redirect that the page would not have followed anyhow Firefox names only the status. */
function ofRedirectMode(
  codes: readonly CorsErrorCode[],
  request: OracleRequest | undefined,
): readonly CorsErrorCode[] {
  const follows = request === undefined || request.redirect === 'follow';
  return follows || !codes.includes('PreflightInvalidStatus')
    ? codes
    : [...codes, 'PreflightDisallowedRedirect'];
}
