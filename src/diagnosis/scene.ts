import { type CorsErrorCode, type HeaderLines, headerTokens, headerValue, isNamed } from '../cors/index.ts';
import { type Exchanged, type RequestHead, type ResponseHead, rememberLast } from '../exchange/index.ts';
import { faultOf } from './fault.ts';
import type { Evidence, Owner, Remedy } from './finding.ts';
import type { Judged, Subject } from './rule.ts';

/** The step, message and response at which a blocked exchange was decided. */
export interface Scene {
  readonly step: 'preflight' | 'actual';
  readonly code: CorsErrorCode | null;
  /** The code without the prefix that only tells the step: the same faults occur on both. Empty where there is none. */
  readonly fault: string;
  readonly parameter: string | null;
  readonly hop: number;
  readonly request: RequestHead;
  readonly response: ResponseHead;
  readonly subject: Subject;
}

/** The preflight of the deciding hop: its own, or the earlier one whose answer a cache kept. */
export function decidingPreflight({ exchange, judgement }: Judged): Exchanged | null {
  const own = exchange.hops[judgement.hop]?.preflight ?? null;
  return own ?? (judgement.preflight === 'cached' ? exchange.cachedPreflight : null);
}

/** Where a blocked exchange failed; null where it is not blocked or the deciding response was not captured. */
export const blockedScene = rememberLast((subject: Subject): Scene | null => {
  const { exchange, judgement } = subject;
  const { outcome, step, code, parameter } = judgement.verdict;
  if (outcome !== 'blocked' || step === null) return null;
  const message =
    step === 'preflight' ? decidingPreflight(subject) : (exchange.hops[judgement.hop]?.actual ?? null);
  if (!message?.response) return null;
  return {
    step,
    code,
    fault: faultOf(code),
    parameter,
    hop: judgement.hop,
    request: message.request,
    response: message.response,
    subject,
  };
});

/** `blockedScene` at the preflight, at the actual request, or null. */
export function blockedAt(subject: Subject, step: Scene['step']): Scene | null {
  const scene = blockedScene(subject);
  return scene?.step === step ? scene : null;
}

/** The preflight answered by a status outside 200–299 (CORS-preflight fetch step 7 needs an ok status). */
export function refusedStatus(subject: Subject): Scene | null {
  const scene = blockedAt(subject, 'preflight');
  return scene !== null && !isOk(scene.response.status) ? scene : null;
}

export function isOk(status: number): boolean {
  return status >= 200 && status <= 299;
}

export const fault = (scene: Scene): string => scene.fault;

export function header(scene: Scene, name: Lowercase<string>): string | null {
  return headerValue(scene.response.headers, name);
}

/** The elements of a `#token` header; none where it is absent or not such a list. */
export function listedNames(lines: HeaderLines, name: Lowercase<string>): readonly string[] {
  const tokens = headerTokens(lines, name);
  return tokens === null || tokens === 'invalid' ? [] : tokens;
}

/** The error name that AWS puts on its own errors, without the `:http://…` tail that some services add. */
export function errorType(scene: Scene): string | null {
  const value = header(scene, 'x-amzn-errortype');
  if (value === null) return null;
  const colon = value.indexOf(':');
  return colon < 0 ? value : value.slice(0, colon);
}

/** The origin that the deciding request stated; else the requester's. */
export function statedOrigin(scene: Scene): string | null {
  return headerValue(scene.request.headers, 'origin') ?? scene.subject.exchange.origin;
}

/**
 * A REST API's own error rather than its backend's: it carries `x-amzn-errortype`, or it is a 4xx or 5xx without the
 * `x-amzn-trace-id` that Lambda answers have.
 */
export function isRestError(scene: Scene): boolean {
  if (scene.subject.gateway.kind !== 'rest' || scene.response.status < 400) return false;
  return errorType(scene) !== null || header(scene, 'x-amzn-trace-id') === null;
}

/** Who writes the CORS headers of the deciding response. */
export function headerOwner(scene: Scene): Owner {
  switch (scene.subject.gateway.kind) {
    case 'rest':
      if (isRestError(scene)) return 'gateway';
      // SAM's MOCK preflight has no trace id, a Lambda's answer has one.
      if (scene.step === 'preflight')
        return header(scene, 'x-amzn-trace-id') === null ? 'gateway' : 'handler';
      return 'handler';
    case 'http':
    case 'function-url':
      return 'gateway';
    case 'cloudfront':
      return 'cdn';
    case 'other':
      return 'integration';
  }
}

/** What makes that owner write them rightly. */
export function headerRemedies(scene: Scene): readonly Remedy[] {
  if (isRestError(scene)) return ['gateway-error-headers'];
  const owner = headerOwner(scene);
  if (owner === 'cdn') return ['none'];
  if (owner === 'handler' || (owner === 'integration' && scene.step === 'actual'))
    return ['allow-origin-in-handler'];
  return ['cors-configuration'];
}

/** A readable name for what answered. */
export function serverName({ gateway }: Subject): string {
  const names = {
    rest: 'the REST API',
    http: 'the HTTP API',
    'function-url': 'the function URL',
    cloudfront: 'CloudFront',
    other: 'the server',
  } as const;
  return names[gateway.kind];
}

export function stepName(scene: Scene): string {
  return scene.step === 'preflight' ? 'preflight response' : 'response';
}

export function statusEvidence(scene: Scene): Evidence {
  return {
    message: messageOf(scene, 'response'),
    hop: scene.hop,
    header: ':status',
    value: String(scene.response.status),
  };
}

/** The lines of one response header as they stood; one entry saying so where there is none. */
export function headerEvidence(scene: Scene, ...names: readonly Lowercase<string>[]): readonly Evidence[] {
  return linesOrAbsence(scene, 'response', names);
}

/** The lines of request headers as they stood. */
export function requestEvidence(scene: Scene, ...names: readonly Lowercase<string>[]): readonly Evidence[] {
  return linesOrAbsence(scene, 'request', names);
}

function linesOrAbsence(scene: Scene, side: Side, names: readonly Lowercase<string>[]): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const header of names) {
    if (!addLines(evidence, scene, side, header))
      evidence.push({ message: messageOf(scene, side), hop: scene.hop, header, note: 'not sent' });
  }
  return evidence;
}

/** `headerEvidence` without what is absent. */
export function presentEvidence(scene: Scene, ...names: readonly Lowercase<string>[]): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const name of names) addLines(evidence, scene, 'response', name);
  return evidence;
}

type Side = 'request' | 'response';

function messageOf({ step }: Scene, side: Side): Evidence['message'] {
  if (step === 'preflight') return side === 'request' ? 'preflight-request' : 'preflight-response';
  return side === 'request' ? 'actual-request' : 'actual-response';
}

/** Lines of one header that are shown; a response may repeat one without end. */
const mostLines = 10;

/** Whether there were any. */
function addLines(evidence: Evidence[], scene: Scene, side: Side, header: Lowercase<string>): boolean {
  let found = 0;
  for (const line of scene[side].headers) {
    if (!isNamed(line[0], header)) continue;
    if (found === mostLines) break;
    evidence.push({ message: messageOf(scene, side), hop: scene.hop, header, value: line[1] });
    found += 1;
  }
  return found > 0;
}
