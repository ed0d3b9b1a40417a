/** Exchanges and findings in; the least-privilege policy, its SAM and handler changes, and their proof out. */
export type { ApiView, FixKind } from './api-view.ts';
export type { Fix, Proof } from './fix.ts';
