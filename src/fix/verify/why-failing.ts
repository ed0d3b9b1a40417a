import type { Policy, Taker, TemplateApi } from '../../gateway/index.ts';
import type { CapturedCall } from './captured-call.ts';
import type { Step } from './replay-call.ts';
import type { Failing } from './template-proof.ts';

/** Why a preflight that was replayed is refused. */
export function whyPreflight(api: TemplateApi, policy: Policy, call: CapturedCall, step: Step): Failing {
  const { preflightTaker: taker, actualTaker, need } = call;
  const common = whyEither(api, call, step);
  if (common !== null) return common;
  if (taker === null && api.kind === 'rest') return actualTaker === null ? 'no-route' : 'options-not-taken';
  if (isGuarded(taker) && (step.answer.status === 401 || step.answer.status === 403))
    return 'options-guarded';
  if (taker?.kind === 'route' && taker.route.integration !== 'mock' && api.kind !== 'function-url')
    return 'options-by-handler';
  const other = policy.origins.length > 1 && policy.origins.includes(need.origin);
  if (api.kind === 'rest' && other && step.refusal?.code.endsWith('OriginMismatch') === true)
    return 'one-origin';
  return 'not-allowed';
}

/** Why the answer to the actual request may not be read. */
export function whyActual(api: TemplateApi, call: CapturedCall, step: Step): Failing {
  const common = whyEither(api, call, step);
  if (common !== null) return common;
  const { actualAnswered: answered, actualTaker } = call;
  const byItself = answered.by === 'gateway' || answered.by === 'failed-code';
  if (api.kind === 'rest' && byItself && step.answer.status === 413) return 'too-large';
  if (actualTaker === null) return 'no-route';
  if (api.kind === 'http') return 'not-allowed';
  if (byItself || fromGateway(step)) return 'gateway-error';
  if (api.kind === 'function-url' && step.refusal?.code !== 'MultipleAllowOriginValues') return 'not-allowed';
  return 'handler';
}

/** Whether the request asks for a route that the template does not have, though no browser minds. */
export const lacksRoute = (api: TemplateApi, { actualTaker }: CapturedCall): boolean =>
  actualTaker === null && api.routesKnown;

function whyEither(
  { routesKnown }: TemplateApi,
  { need, actualTaker }: CapturedCall,
  { unknown }: Step,
): Failing | null {
  if (unknown || (actualTaker === null && !routesKnown)) return 'value-unknown';
  return need.origin === 'null' ? 'origin-left-out' : null;
}

function isGuarded(taker: Taker | null): boolean {
  if (taker === null) return false;
  const { authorizer, apiKeyRequired } = taker.kind === 'route' ? taker.route : taker.preflight;
  return authorizer !== 'none' || apiKeyRequired;
}

const fromGateway = ({ answer }: Step): boolean =>
  answer.headers.some(([name]) => name.toLowerCase() === 'x-amzn-errortype');
