import { headerValue } from '../cors/index.ts';
import { rememberLast } from '../exchange/index.ts';
import { forbiddenCause, pathOf } from './forbidden.ts';
import type { Subject } from './rule.ts';
import { errorType, header, isOk, refusedStatus, type Scene } from './scene.ts';
import { someAnswer } from './sibling-answers.ts';

/** What refused OPTIONS, where the answer's bytes tell more than its status. */
export type RefusedCause =
  | 'options-missing'
  | 'iam-on-options'
  | 'authorizer-on-options'
  | 'resource-policy'
  | 'api-key-on-options'
  | 'waf-blocked'
  | 'wrong-url'
  | 'throttled'
  | 'binary-types-mock'
  | 'options-handled-by-function';

/** The one cause that the rules below share; null leaves the preflight to the general rules. */
export const refusedCause = rememberLast((subject: Subject): RefusedCause | null => {
  const { kind } = subject.gateway;
  if (kind !== 'rest' && kind !== 'http') return null;
  const scene = refusedStatus(subject);
  if (scene === null) return null;
  if (kind === 'http') return scene.response.status === 429 ? 'throttled' : null;
  return restCause(scene);
});

/** The scene of a refused preflight with that cause. */
export function refusedBy(subject: Subject, cause: RefusedCause): Scene | null {
  return refusedCause(subject) === cause ? refusedStatus(subject) : null;
}

function restCause(scene: Scene): RefusedCause | null {
  const { status } = scene.response;
  switch (errorType(scene)) {
    case 'MissingAuthenticationTokenException':
      return asksForSignature(scene) ? 'iam-on-options' : 'options-missing';
    case 'UnauthorizedException':
    case 'ExpiredTokenException':
      return 'authorizer-on-options';
    case 'AccessDeniedException':
      return authorizerSeen(scene) ? 'authorizer-on-options' : 'resource-policy';
    case 'ForbiddenException': {
      const cause = forbiddenCause(scene);
      return cause === 'url' ? 'wrong-url' : cause === 'waf' ? 'waf-blocked' : 'api-key-on-options';
    }
    case 'TooManyRequestsException':
    case 'LimitExceededException':
      return 'throttled';
    case 'InternalServerErrorException':
      // A MOCK cannot crash nor be late: then OPTIONS leads to a function.
      return status === 500
        ? 'binary-types-mock'
        : status === 502 || status === 504
          ? 'options-handled-by-function'
          : null;
    case null:
      if (header(scene, 'x-amzn-trace-id') !== null)
        return status < 400 ? null : 'options-handled-by-function';
      // A gateway response can be made to drop the name.
      return status === 401 ? 'authorizer-on-options' : status === 429 ? 'throttled' : null;
    default:
      return null;
  }
}

const signing = /^x-amz-(?:date|security-token|content-sha256)$/;

/** Signed requests are meant for this API, or OPTIONS was seen to exist here. */
function asksForSignature(scene: Scene): boolean {
  const { needs } = scene.subject.judgement;
  if (needs.headers.some((name) => signing.test(name))) return true;
  return someAnswer(
    scene.subject,
    ({ step, request, response }) =>
      headerValue(request.headers, 'authorization')?.startsWith('AWS4-HMAC-SHA256') === true ||
      (step === 'preflight' && isOk(response.status) && pathOf(request.url) === pathOf(scene.request.url)),
  );
}

/** Another request of the API carried a token, and an authorizer spoke or let it pass: then one is in place. */
function authorizerSeen({ subject }: Scene): boolean {
  return someAnswer(
    subject,
    ({ step, request, response }) =>
      (step === 'actual' &&
        headerValue(request.headers, 'authorization') !== null &&
        response.status < 500) ||
      headerValue(response.headers, 'x-amzn-errortype')?.startsWith('UnauthorizedException') === true,
  );
}
