/** Exchanges and findings in; the least-privilege policy, its SAM and handler changes, and their proof out. */
export type { ApiView, FixKind } from './api-view.ts';
export { checkMaxAge } from './check/check-max-age.ts';
export {
  checkEntry,
  checkPolicy,
  type EntryCheck,
  type PolicyCheck,
  type PolicyContext,
} from './check/check-policy.ts';
export type { CheckContext, CheckLevel, CheckReason, FieldCheck } from './check/field-check.ts';
export type { PolicyFault, WholeReason } from './check/whole-faults.ts';
export { type CapturedApi, type Configured, configure, type Wish } from './configure.ts';
export {
  editedPolicy,
  entriesOf,
  type ListPart,
  listParts,
  nothingAllowed,
  type PolicyEdit,
  type TracedPolicy,
  withEdit,
} from './edited-policy.ts';
export type { Fix, Proof } from './fix.ts';
export { handlerTargets, writeHandler } from './handlers/write-handler.ts';
export { makeFixes } from './make-fixes.ts';
export type { Change, Edit, Impossible, Merged } from './merge/change.ts';
export { diffOf } from './merge/diff.ts';
export { mergeChange } from './merge/merge-change.ts';
export { type LeftOut, synthesisePolicy } from './policy.ts';
export { prove } from './prove.ts';
export type { Stage } from './stages.ts';
export type { PolicyPart, PolicyTrace } from './trace.ts';
export {
  admittedText,
  failureText,
  needHandlerText,
  proofText,
  restsOnTexts,
  unverifiedTexts,
} from './verify/failure-words.ts';
export { proveTemplate } from './verify/prove-template.ts';
export { type CapturedGroup, type SharedOut, shareOut, type TemplateShare } from './verify/share-out.ts';
export { fixTemplate, type TemplateFix } from './verify/template-fix.ts';
export { holds, type TemplateFailure, type TemplateProof } from './verify/template-proof.ts';
export { viewApi } from './view-api.ts';
