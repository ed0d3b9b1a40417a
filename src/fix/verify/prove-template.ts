import type { Policy, Taker, TemplateApi } from '../../gateway/index.ts';
import { everyBeyond, type Told } from '../beyond.ts';
import { synthesisePolicy } from '../policy.ts';
import type { HandlerMode } from './behind.ts';
import { type CapturedCall, capturedCalls } from './captured-call.ts';
import { replayActual, replayPreflight, type Scene } from './replay-call.ts';
import { tryStrangers } from './strangers-at.ts';
import type { TemplateFailure, TemplateProof } from './template-proof.ts';
import { lacksRoute, whyActual, whyPreflight } from './why-failing.ts';

/**
 * Replays every captured exchange of an API, on paper, against the model of that API as a template writes it, and judges
 * the answers as the browser would; then strangers, who must be refused. `deployed`: the API as it stood when the capture
 * was made, where that was another. `policy`: what is meant to be allowed; what the capture needs where it is not given.
 * `handler`: whether the code behind the API answers as captured or with the emitted handler in its place.
 */
export function proveTemplate(subject: {
  readonly api: TemplateApi;
  readonly judged: readonly Told[];
  readonly deployed?: TemplateApi;
  readonly policy?: Policy;
  readonly handler?: HandlerMode;
  /** Exchanges of other stages of the same API: strangers are tried where these went, and their origins are strangers. */
  readonly elsewhere?: readonly Told[];
  readonly others?: readonly string[];
}): TemplateProof {
  const { elsewhere = [], others = [] } = subject;
  const { api, judged, deployed = api, policy = synthesisePolicy(judged), handler = 'captured' } = subject;
  const scene: Scene = { api, policy, mode: handler };
  const calls = capturedCalls(judged, api, deployed);
  const counts = { passed: 0, failed: 0, restsOnUnverified: 0, restsOnUnknown: 0, restsOnUnseen: 0 };
  const failures: TemplateFailure[] = [];
  for (const call of calls) {
    const { failure, unverified, unknown, unseen } = replayOne(scene, call);
    if (failure === null) counts.passed += call.count;
    else {
      counts.failed += call.count;
      failures.push(failure);
    }
    if (unverified) counts.restsOnUnverified += call.count;
    if (unknown) counts.restsOnUnknown += call.count;
    if (unseen && failure === null) counts.restsOnUnseen += call.count;
  }
  const places = [...calls, ...capturedCalls(elsewhere, api, deployed)];
  const strangers = tryStrangers(scene, places, others);
  return {
    ...counts,
    strangersRefused: strangers.refused,
    strangersAccepted: strangers.admitted.length,
    restsOnUnverified: counts.restsOnUnverified + strangers.unverified,
    failures,
    admitted: strangers.admitted,
    assumes: api.assumes,
    mayFail: everyBeyond(judged).flatMap(({ finding, sure }) => (sure ? [] : [finding.title])),
  };
}

interface Outcome {
  readonly failure: TemplateFailure | null;
  readonly unverified: boolean;
  readonly unknown: boolean;
  readonly unseen: boolean;
}

function replayOne(scene: Scene, call: CapturedCall): Outcome {
  const { api, policy } = scene;
  const { need, preflightTaker, actualTaker, preflightAnswered, actualAnswered, beyond } = call;
  const asked = need.preflight ? replayPreflight(scene, call, need) : null;
  const undecided =
    (actualTaker === null && !api.routesKnown) ||
    isUndecided(actualTaker) ||
    (asked !== null && isUndecided(preflightTaker));
  const common = { origin: need.origin, method: need.method, path: call.path, count: call.count };
  if (asked !== null && asked.refusal !== null) {
    const { code, parameter } = asked.refusal;
    const why = whyPreflight(api, policy, call, asked);
    return {
      failure: { why, step: 'preflight', code, parameter: parameter ?? '', ...common },
      unverified: asked.answer.unverified,
      unknown: undecided || asked.unknown,
      unseen: false,
    };
  }
  const actual = replayActual(scene, call, need);
  const refused = actual.refusal;
  const failure: TemplateFailure | null =
    refused !== null
      ? {
          why: whyActual(api, call, actual),
          step: 'actual',
          code: refused.code,
          parameter: refused.parameter ?? '',
          ...common,
        }
      : lacksRoute(api, call)
        ? { why: 'no-route', step: 'actual', code: null, parameter: '', ...common }
        : beyond !== null
          ? {
              why: 'beyond-settings',
              step: beyond.step,
              code: null,
              parameter: '',
              beyond: beyond.title,
              ...common,
            }
          : null;
  return {
    failure,
    unverified: actual.answer.unverified || asked?.answer.unverified === true,
    unknown: undecided || actual.unknown || asked?.unknown === true,
    unseen:
      scene.mode === 'captured' &&
      ((api.kind === 'rest' && actualAnswered.by === 'unseen') ||
        (actualAnswered.by === 'code' && actualAnswered.doubtful) ||
        (asked !== null && toCode(preflightTaker, api) && preflightAnswered.by === 'unseen')),
  };
}

const toCode = (taker: Taker | null, { kind, policy }: TemplateApi): boolean =>
  taker?.kind === 'route' &&
  taker.route.integration !== 'mock' &&
  !(kind === 'function-url' && policy !== null);

/** It stands under a condition that the template does not decide. */
function isUndecided(taker: Taker | null): boolean {
  if (taker === null) return false;
  const { condition } = taker.kind === 'route' ? taker.route : taker.preflight;
  return condition !== null && condition.holds === null;
}
