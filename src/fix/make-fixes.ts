import type { Finding } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { awsCommands } from './aws-cli.ts';
import type { Beyond } from './beyond.ts';
import type { CapturedCors } from './captured-cors.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { consoleSteps } from './console-steps.ts';
import type { Fix } from './fix.ts';
import { writeHandler } from './handlers/write-handler.ts';
import { httpSnippets, routeSnippets } from './http-snippets.ts';
import { notesFor } from './notes.ts';
import { planRest } from './plan.ts';
import type { LeftOut } from './policy.ts';
import { restSnippets } from './rest-snippets.ts';
import { stageSnippets } from './stage-parameter.ts';
import type { Stage } from './stages.ts';
import { urlPlan } from './url-plan.ts';
import { urlSnippets } from './url-snippets.ts';

/**
 * The fixes that put a policy into effect at one kind of gateway: SAM snippets, then the handler in Node.js (`writeHandler` has
 * the other languages), then notes.
 * `leftOut` (what synthesis refused), `paths` (captured, below the stage) and `base` are optional; every text is complete in
 * its language.
 */
export function makeFixes(subject: {
  readonly policy: Policy;
  readonly kind: FixKind;
  readonly findings: readonly Finding[];
  /** What the findings ask for, unless told otherwise. */
  readonly circumstances?: Circumstances;
  readonly leftOut?: readonly LeftOut[];
  readonly paths?: readonly string[];
  /** Of the API, as captured. */
  readonly base?: string;
  /** The policy is the user's own, not what was captured. */
  readonly byHand?: boolean;
  /** What the captured answers allow today. */
  readonly answered?: CapturedCors;
  /** The stages that the user named. */
  readonly stages?: readonly Stage[];
  /** What has no two places goes to the resource, in place of `Globals`. */
  readonly onResource?: boolean;
  /** Why some exchanges fail whatever the settings say. */
  readonly beyond?: readonly Beyond[];
}): readonly Fix[] {
  const { policy, kind, findings, leftOut = [], paths = [], base = '' } = subject;
  const { circumstances = circumstancesOf(findings), byHand = false } = subject;
  const { stages: told = [], onResource = false, answered = noAnswer, beyond = [] } = subject;
  const { explicitRoutes } = circumstances;
  const plan = planRest(policy, circumstances);
  const words = notesFor({
    kind,
    policy,
    plan,
    findings,
    circumstances,
    leftOut,
    byHand,
    told,
    answered,
    beyond,
  });
  if (policy.origins.length === 0) return words;
  const stages = stageSnippets(policy, { kind, circumstances, told, onResource });
  const notes = [...words, ...awsCommands(kind, policy, base), consoleSteps(kind, policy, plan)];
  if (kind === 'rest') {
    if (plan.preflight === 'none') return words;
    // Where OPTIONS is led to it, by the snippet or by an event of the template's; elsewhere it is never asked.
    const answersPreflight = plan.preflight === 'handler' || plan.textPreflight || explicitRoutes;
    const handler = writeHandler({ gateway: 'rest', policy: plan.policy, answersPreflight });
    return [...restSnippets(plan, paths), ...stages, handler, ...notes];
  }
  if (kind === 'function-url') {
    const handler = writeHandler({ gateway: 'function-url', answersPreflight: false });
    return [...urlSnippets(urlPlan(policy)), ...stages, handler, ...notes];
  }
  return [
    ...httpSnippets(policy),
    ...stages,
    ...(explicitRoutes ? routeSnippets(policy, circumstances.authorizerOnRoute) : []),
    writeHandler({ gateway: 'http', answersPreflight: explicitRoutes }),
    ...notes,
  ];
}

const noAnswer: CapturedCors = { wildcard: false, exposed: [] };
