import { type Policy, readApis, type TemplateApi } from '../../gateway/index.ts';
import { type Template, withParameter } from '../../template/index.ts';
import type { Told } from '../beyond.ts';
import type { Staging } from '../merge/by-stage.ts';
import { needOf } from '../need.ts';
import type { HandlerMode } from './behind.ts';
import { proveTemplate } from './prove-template.ts';
import type { TemplateProof } from './template-proof.ts';

/** An API as an edited template has it, by stage where a Parameter chooses its origins. */
export interface Edited {
  readonly template: Template;
  /** The API as it stood when the capture was made. */
  readonly deployed: TemplateApi;
  readonly policy: Policy;
  readonly judged: readonly Told[];
  readonly staging: Staging | null;
}

/**
 * Proves the API of an edited template. By stage: each exchange is replayed against the last stage that has its origin, and
 * the origins that a stage does not have are strangers to it.
 */
export function proveEdited(edited: Edited, handler: HandlerMode): TemplateProof {
  const { deployed, policy, judged, staging } = edited;
  if (staging === null) return proveTemplate({ api: apiIn(edited, null), deployed, judged, policy, handler });
  const { stages, parameter } = staging;
  const originOf = (one: Told) => needOf(one)?.origin ?? '';
  const stageOf = (one: Told) =>
    stages.findLast(({ origins }) => origins.includes(originOf(one))) ?? stages.at(-1);
  const everyOrigin = stages.flatMap(({ origins }) => origins);
  const proofs = stages.map((stage) =>
    proveTemplate({
      api: apiIn(edited, stage.name),
      deployed,
      judged: judged.filter((one) => stageOf(one) === stage),
      elsewhere: judged.filter((one) => stageOf(one) !== stage),
      others: everyOrigin.filter((origin) => !stage.origins.includes(origin)),
      policy: { ...policy, origins: stage.origins },
      handler,
    }),
  );
  const { assumes, ...sum } = proofs.reduce(added);
  return { ...sum, assumes: assumes.filter((name) => name !== parameter) };
}

/** The API as a deployment of a stage sees it; as it was deployed where the template does not hold it. */
export function apiIn({ template, deployed, staging }: Edited, stage: string | null): TemplateApi {
  const seen =
    staging === null || stage === null ? template : withParameter(template, staging.parameter, stage);
  const { logicalId, kind } = deployed;
  return readApis(seen).find((one) => one.logicalId === logicalId && one.kind === kind) ?? deployed;
}

const added = (one: TemplateProof, other: TemplateProof): TemplateProof => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  strangersRefused: one.strangersRefused + other.strangersRefused,
  strangersAccepted: one.strangersAccepted + other.strangersAccepted,
  restsOnUnverified: one.restsOnUnverified + other.restsOnUnverified,
  restsOnUnknown: one.restsOnUnknown + other.restsOnUnknown,
  restsOnUnseen: one.restsOnUnseen + other.restsOnUnseen,
  failures: [...one.failures, ...other.failures],
  admitted: [...one.admitted, ...other.admitted],
  mayFail: [...new Set([...one.mayFail, ...other.mayFail])],
  assumes: [...new Set([...one.assumes, ...other.assumes])],
});
