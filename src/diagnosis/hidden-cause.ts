import { rememberLast } from '../exchange/index.ts';
import { forbiddenCause } from './forbidden.ts';
import type { Subject } from './rule.ts';
import { blockedAt, errorType, fault, header, type Scene } from './scene.ts';

/** What an actual answer without Access-Control-Allow-Origin hides, where its bytes tell more than its status. */
export type HiddenCause =
  | 'handler-crashed'
  | 'integration-timeout'
  | 'throttled'
  | 'payload-too-large'
  | 'token-refused'
  | 'token-expired'
  | 'authorizer-denied'
  | 'api-key-refused'
  | 'waf-blocked'
  | 'wrong-url'
  | 'signature-incomplete'
  | 'signature-invalid'
  | 'request-invalid'
  | 'integration-allow-origin-missing';

/** The one cause that the rules below share, so that each exchange is sorted once; null leaves it to the general rules. */
export const hiddenCause = rememberLast((subject: Subject): HiddenCause | null => {
  const scene = blockedAt(subject, 'actual');
  if (scene === null || fault(scene) !== 'MissingAllowOriginHeader') return null;
  switch (subject.gateway.kind) {
    case 'rest':
      return restCause(scene);
    case 'http':
      return httpCause(scene);
    case 'function-url':
      return scene.response.status === 413
        ? 'payload-too-large'
        : scene.response.status === 502
          ? 'handler-crashed'
          : null;
    default:
      return null;
  }
});

/** The scene of a hidden answer with that cause. */
export function hiddenBy(subject: Subject, cause: HiddenCause): Scene | null {
  return hiddenCause(subject) === cause ? blockedAt(subject, 'actual') : null;
}

/** What a REST API means by its error names, as far as one name means one thing at any status. */
const byType: ReadonlyMap<string, HiddenCause> = new Map([
  ['UnauthorizedException', 'token-refused'],
  ['ExpiredTokenException', 'token-expired'],
  ['AccessDeniedException', 'authorizer-denied'],
  ['MissingAuthenticationTokenException', 'wrong-url'],
  ['IncompleteSignatureException', 'signature-incomplete'],
  ['InvalidSignatureException', 'signature-invalid'],
  ['BadRequestException', 'request-invalid'],
  ['TooManyRequestsException', 'throttled'],
  ['LimitExceededException', 'throttled'],
  ['RequestTooLargeException', 'payload-too-large'],
]);

/** Answers without a name that only the gateway gives so, as long as nothing behind it left a trace. */
const byStatus: ReadonlyMap<number, HiddenCause> = new Map([
  [401, 'token-refused'],
  [413, 'payload-too-large'],
  [429, 'throttled'],
  [502, 'handler-crashed'],
  [504, 'integration-timeout'],
]);

function restCause(scene: Scene): HiddenCause | null {
  const { status } = scene.response;
  const type = errorType(scene);
  if (type === null) {
    // Lambda's answers, and those of AWS services, have a trace id: then the handler spoke.
    if (header(scene, 'x-amzn-trace-id') !== null) return null;
    // Renamed headers are a backend's: its errors are its own, whatever their status.
    const passedOn = scene.response.headers.some(([name]) => /^x-amzn-remapped-/i.test(name));
    if (status < 400 || (passedOn && status < 500)) return 'integration-allow-origin-missing';
    if (passedOn) return null;
    return byStatus.get(status) ?? null;
  }
  if (type === 'ForbiddenException') {
    const cause = forbiddenCause(scene);
    return cause === 'url' ? 'wrong-url' : cause === 'waf' ? 'waf-blocked' : 'api-key-refused';
  }
  if (type === 'InternalServerErrorException' || type === 'InternalServerException')
    return status === 504 ? 'integration-timeout' : status < 500 ? null : 'handler-crashed';
  return byType.get(type) ?? null;
}

/** An HTTP API's own errors by status, with the words in their bodies: their length parts them from a handler's. */
const httpErrors: ReadonlyMap<number, readonly [HiddenCause, string]> = new Map([
  [404, ['wrong-url', 'Not Found']],
  [413, ['payload-too-large', 'Request Entity Too Large']],
  [429, ['throttled', 'Too Many Requests']],
  [500, ['handler-crashed', 'Internal Server Error']],
  [503, ['integration-timeout', 'Service Unavailable']],
]);

function httpCause(scene: Scene): HiddenCause | null {
  const known = httpErrors.get(scene.response.status);
  if (known === undefined) return null;
  const [cause, words] = known;
  // The body of a 413 was not recorded.
  const length = cause === 'payload-too-large' ? null : header(scene, 'content-length');
  const own = `{"message":${JSON.stringify(words)}}`.length;
  return length === null || Number(length) === own ? cause : null;
}
