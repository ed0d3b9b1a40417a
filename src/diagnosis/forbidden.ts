import { hasHeader, headerValue } from '../cors/index.ts';
import type { RequestHead, ResponseHead } from '../exchange/index.ts';
import { decidingPreflight, isOk, listedNames, type Scene } from './scene.ts';
import { type SiblingAnswer, someAnswer } from './sibling-answers.ts';

/** What a REST API's `ForbiddenException` can mean: the bytes are the same, so each of these is only likely. */
export type ForbiddenCause = 'api-key' | 'waf' | 'url';

/** The likeliest of the three, by what this exchange and its API's others show. */
export function forbiddenCause(scene: Scene): ForbiddenCause {
  if (stageMissing(scene.request.url) && !stageReached(scene)) return 'url';
  return scene.step === 'preflight' ? onOptions(scene) : onActual(scene);
}

/** A key on OPTIONS would refuse every preflight of the path: a firewall refuses some. */
function onOptions(scene: Scene): ForbiddenCause {
  const wasOpen = someAnswer(
    scene.subject,
    ({ step, request, response }) =>
      step === 'preflight' && isOk(response.status) && pathOf(request.url) === pathOf(scene.request.url),
  );
  return wasOpen ? 'waf' : 'api-key';
}

function onActual(scene: Scene): ForbiddenCause {
  const { subject } = scene;
  const near = ({ step, request, response }: SiblingAnswer) =>
    step === 'actual' && !isForbidden(response) && sameStage(request, scene.request);
  // The same key was taken elsewhere, or none was wanted here: then a firewall is left.
  if (sendsKey(scene))
    return someAnswer(subject, (answer) => near(answer) && hasHeader(answer.request.headers, 'x-api-key'))
      ? 'waf'
      : 'api-key';
  const wantedNone = (answer: SiblingAnswer) =>
    near(answer) &&
    answer.request.method === scene.request.method &&
    pathOf(answer.request.url) === pathOf(scene.request.url) &&
    !hasHeader(answer.request.headers, 'x-api-key');
  if (someAnswer(subject, wantedNone)) return 'waf';
  // An API that its pages call with a key allows them to send it.
  const preflight = decidingPreflight(subject)?.response ?? null;
  if (preflight === null || !isOk(preflight.status)) return 'api-key';
  const listed = listedNames(preflight.headers, 'access-control-allow-headers');
  const keyAllowed = listed.some((name) => name === '*' || name.toLowerCase() === 'x-api-key');
  return keyAllowed || someAnswer(subject, ({ request }) => hasHeader(request.headers, 'x-api-key'))
    ? 'api-key'
    : 'waf';
}

/** The request carries an API key, or its preflight asks to send one. */
export const sendsKey = ({ request, subject }: Scene): boolean =>
  hasHeader(request.headers, 'x-api-key') || subject.judgement.needs.headers.includes('x-api-key');

/** Its own preflight, or another request below the same first path segment, was answered in another way. */
export function stageReached(scene: Scene): boolean {
  const own = scene.step === 'actual' ? (decidingPreflight(scene.subject)?.response ?? null) : null;
  if (own !== null && isOk(own.status)) return true;
  return someAnswer(
    scene.subject,
    ({ request, response }) => !isForbidden(response) && sameStage(request, scene.request),
  );
}

const isForbidden = ({ headers }: ResponseHead) =>
  headerValue(headers, 'x-amzn-errortype')?.startsWith('ForbiddenException') === true;

const parts = (url: string): readonly string[] => pathOf(url).split('/').filter(Boolean);

export const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '');

const sameStage = (one: RequestHead, other: RequestHead) => parts(one.url)[0] === parts(other.url)[0];

/** On AWS's own host a REST API's URL has its stage, then its path: one segment alone lacks one of them. */
function stageMissing(url: string): boolean {
  const [first = '', second] = parts(url);
  if (second !== undefined || !URL.canParse(url)) return false;
  if (/^(?:prod|production|stage|staging|dev|test|qa|live|default)$/i.test(first)) return false;
  return new URL(url).hostname.includes('.execute-api.');
}
