import { corsCheck, type HeaderLine, preflightCheck, type Refusal } from '../../cors/index.ts';
import {
  answer,
  configurationOf,
  type GatewayAnswer,
  type GatewayConfiguration,
  type Refusal as GatewayRefusal,
  type GatewayRequest,
  type Policy,
  type TemplateApi,
  unknownHeadersOf,
} from '../../gateway/index.ts';
import type { Call } from '../replay.ts';
import { actualIntegration, asMet, type HandlerMode, preflightIntegration } from './behind.ts';
import type { Answered } from './captured-answer.ts';
import type { CapturedCall } from './captured-call.ts';

/** One exchange of a replay with what the browser says of it. */
export interface Step {
  readonly answer: GatewayAnswer;
  readonly refusal: Refusal | null;
  /** Its CORS headers rest on a text that the template does not tell. */
  readonly unknown: boolean;
}

/** Where and behind what a call is replayed. */
export interface Scene {
  readonly api: TemplateApi;
  readonly policy: Policy;
  readonly mode: HandlerMode;
}

/** The answer to the preflight of a call from `asker`, at the place of the captured one. */
export function replayPreflight(scene: Scene, at: CapturedCall, asker: Call): Step {
  const { api, policy, mode } = scene;
  const { origin, method, headers, credentials } = asker;
  const configuration = configurationOf(
    api,
    () => preflightIntegration(at.preflightAnswered, mode, api, policy, origin),
    at.prefix,
  );
  const lines: HeaderLine[] = [
    ['origin', origin],
    ['access-control-request-method', method],
  ];
  if (headers.length > 0) lines.push(['access-control-request-headers', headers.join(',')]);
  const request: GatewayRequest = { method: 'OPTIONS', path: at.target, headers: lines };
  const got = answer(configuration, request);
  const refusal = preflightCheck(
    { origin, credentials, method, unsafeHeaders: headers, status: got.status, headers: got.headers },
    at.profile,
  );
  return { answer: got, refusal, unknown: isUnknown(api, request, got) };
}

/** The answer to the actual request. A REST API's own error may have been one of several types: the first refused one counts. */
export function replayActual(
  scene: Scene,
  at: CapturedCall,
  asker: Pick<Call, 'origin' | 'credentials'>,
  answered: Answered = at.actualAnswered,
): Step {
  const { api, policy, mode } = scene;
  const carried = new Set(at.headers.map(([name]) => name.toLowerCase()));
  const base = configurationOf(
    api,
    () => actualIntegration(answered, mode, api, policy, asker.origin),
    at.prefix,
  );
  const steps = refusalsOf(answered, api).map((refusal) =>
    actualStep(scene, at, asker, asMet(base, answered, carried, refusal)),
  );
  const [first] = steps;
  return (
    steps.find(({ refusal }) => refusal !== null) ??
    first ??
    actualStep(scene, at, asker, asMet(base, answered, carried, null))
  );
}

function actualStep(
  { api }: Scene,
  at: CapturedCall,
  { origin, credentials }: Pick<Call, 'origin' | 'credentials'>,
  configuration: GatewayConfiguration,
): Step {
  const headers = at.headers.map(([name, value]) =>
    name === 'origin' ? ([name, origin] as const) : ([name, value] as const),
  );
  const request: GatewayRequest = { method: at.need.method, path: at.target, headers };
  const got = answer(configuration, request);
  const refusal = corsCheck({ origin, credentials, headers: got.headers });
  return { answer: got, refusal, unknown: isUnknown(api, request, got) };
}

function refusalsOf(answered: Answered, { kind }: TemplateApi): readonly GatewayRefusal[] {
  if (answered.by !== 'gateway') return [];
  if (kind !== 'http') return answered.types;
  if (answered.status === 403) return ['ACCESS_DENIED'];
  return answered.status === 429 ? ['THROTTLED'] : [];
}

const isUnknown = (api: TemplateApi, request: GatewayRequest, got: GatewayAnswer): boolean =>
  unknownHeadersOf(api, request, got).some((name) => name.startsWith('access-control-'));
