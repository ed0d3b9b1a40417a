import type { GatewayKind } from '../gateway/index.ts';
import type { Evidence, Finding } from './finding.ts';
import type { Subject } from './rule.ts';
import { blockedScene, errorType, presentEvidence, type Scene } from './scene.ts';
import { quote } from './text.ts';

/** The names of the statuses that CORS errors commonly hide. */
const names: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** `403 Forbidden`, or the number alone. */
function statusWords(status: number): string {
  const name = names[status];
  return name === undefined ? String(status) : `${status} ${name}`;
}

/** `403 Forbidden (MissingAuthenticationTokenException)`: the answer's status, and what AWS calls it. */
function realAnswer(scene: Scene): string {
  const type = errorType(scene);
  const shown = type !== null && /^[\w.-]{1,80}$/.test(type) ? ` (${type})` : '';
  return `${statusWords(scene.response.status)}${shown}`;
}

/** Headers that tell who answered, why, and what to look for in logs. */
const telling: readonly Lowercase<string>[] = [
  'x-amzn-errortype',
  'x-amzn-requestid',
  'x-amz-apigw-id',
  'apigw-requestid',
  'x-amzn-trace-id',
  'www-authenticate',
  'retry-after',
  'x-cache',
  'x-amz-cf-id',
  'via',
  'server',
];

/** Those headers as they stood, and the server's own words where the source holds them: text, cut, and no rule reads it. */
function tellingEvidence(scene: Scene): readonly Evidence[] {
  const present = presentEvidence(scene, ...telling);
  const words = scene.response.body?.trim() ?? '';
  if (words === '') return present;
  const message = `${scene.step}-response` as const;
  return [...present, { message, hop: scene.hop, value: quote(words), note: 'the server’s own words' }];
}

/**
 * What a hidden client error commonly means at each front door, as a sentence; empty where nothing is known. 5xx and a
 * REST API's own errors have rules of their own.
 */
export function statusMeaning(scene: Scene): string {
  const { kind } = scene.subject.gateway;
  switch (scene.response.status) {
    case 401:
      return kind === 'http'
        ? 'The JWT or Lambda authorizer refused the token; `www-authenticate` can say why.'
        : 'The token is missing or not accepted; `www-authenticate` can say why.';
    case 403:
      if (kind === 'function-url')
        return 'The function URL lacks a permission for this caller (`lambda:InvokeFunctionUrl`, and `lambda:InvokeFunction`), or asks for a signature.';
      if (kind === 'cloudfront')
        return 'CloudFront, its WAF, a geographic restriction or the origin behind it refused; a forwarded Host header makes API Gateway refuse too.';
      return kind === 'http'
        ? 'An authorizer denied the request.'
        : 'The server or a firewall before it refused.';
    case 404:
      return kind === 'http'
        ? 'No route of the HTTP API matches this path and method; check the path and the stage.'
        : 'Nothing is served at this path; check the URL.';
    case 413:
      return 'The payload is larger than allowed: send less, or upload to a presigned URL.';
    case 429:
      return kind === 'function-url'
        ? 'The function’s concurrency is used up; wait as `retry-after` says, or raise it.'
        : 'Too many requests: wait as `retry-after` says, or raise the limit.';
    default:
      return '';
  }
}

/**
 * Client errors at which the words above, or the remedy, rest on what AWS was not recorded doing: that this is what the
 * status means there, or that the front door's CORS configuration reaches its own error. Of HTTP APIs the authorizer's 401
 * and the 404 of an unknown route were recorded; of a function URL its 403, but not with CORS configured.
 */
const unrecorded: Readonly<Record<GatewayKind, readonly number[]>> = {
  rest: [],
  http: [403, 413, 429],
  'function-url': [403, 413, 429],
  cloudfront: [403],
  other: [],
};

/** Whether what a hidden client error is said to mean at this front door was never recorded. */
export const restsOnUnrecorded = ({ response, subject }: Scene): boolean =>
  unrecorded[subject.gateway.kind].includes(response.status);

/** The first error of an exchange that CORS blocked on an error answer leads with that answer. */
export function ledByStatus(finding: Finding, subject: Subject): Finding {
  const scene = blockedScene(subject);
  if (scene === null || scene.response.status < 400 || finding.causedBy !== null) return finding;
  const lead =
    scene.step === 'actual'
      ? `The real answer was ${realAnswer(scene)}; CORS hides it`
      : `The preflight got ${realAnswer(scene)}`;
  const evidence = [...finding.evidence];
  for (const more of tellingEvidence(scene)) if (!isShown(more, finding.evidence)) evidence.push(more);
  return { ...finding, title: `${lead}. ${finding.title}`, evidence };
}

const isShown = ({ message, header }: Evidence, evidence: readonly Evidence[]): boolean =>
  header !== undefined && evidence.some((each) => each.message === message && each.header === header);
