/** Exchanges and findings in; the least-privilege policy, its SAM and handler changes, and their proof out. */
export type { ApiView, FixKind } from './api-view.ts';
export type { Fix, Proof } from './fix.ts';
export { handlerTargets, writeHandler } from './handlers/write-handler.ts';
export { makeFixes } from './make-fixes.ts';
export type { Change, Edit, Impossible, Merged } from './merge/change.ts';
export { diffOf } from './merge/diff.ts';
export { mergeChange } from './merge/merge-change.ts';
export { type LeftOut, synthesisePolicy } from './policy.ts';
export { prove } from './prove.ts';
export type { PolicyPart, PolicyTrace } from './trace.ts';
export { admittedText, failureText, proofText, restsOnTexts } from './verify/failure-words.ts';
export { proveTemplate } from './verify/prove-template.ts';
export { type CapturedGroup, type SharedOut, shareOut, type TemplateShare } from './verify/share-out.ts';
export { fixTemplate, type TemplateFix } from './verify/template-fix.ts';
export { holds, type TemplateFailure, type TemplateProof } from './verify/template-proof.ts';
export { viewApi } from './view-api.ts';
