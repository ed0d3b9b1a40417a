/** Exchanges and findings in; the least-privilege policy, its SAM and handler changes, and their proof out. */
export type { ApiView, FixKind } from './api-view.ts';
export type { Fix, Proof } from './fix.ts';
export { writeHandler } from './handlers/write-handler.ts';
export { makeFixes } from './make-fixes.ts';
export type { Change, Edit, Impossible, Merged } from './merge/change.ts';
export { diffOf } from './merge/diff.ts';
export { mergeChange } from './merge/merge-change.ts';
export { type LeftOut, synthesisePolicy } from './policy.ts';
export { prove } from './prove.ts';
export { viewApi } from './view-api.ts';
