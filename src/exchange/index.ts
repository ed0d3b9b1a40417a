/**
 * Wire events in, exchanges and judgements out: the assembler pairs preflights with actual requests and follows
 * redirects; the judge walks an exchange's hops asking `cors`.
 */
export { assemble } from './assemble.ts';
export { Assembler } from './assembler.ts';
export { type Browser, type Exchange, type Hop, type ManualSettings, untold } from './exchange.ts';
export type { Basis, Fact } from './fact.ts';
export { type Inference, inferenceOf, isSetByHand } from './inference.ts';
export { decidingHop, judge } from './judge.ts';
export { Latest } from './latest.ts';
export type { Exchanged, RequestHead, ResponseHead } from './message.ts';
export { profileOf } from './profile-of.ts';
export { rememberLast } from './remember-last.ts';
export { type CallFrame, type Reported, type Requester, unseenByNetwork } from './told.ts';
export type { Judgement, Outcome, PreflightState, Verdict } from './verdict.ts';
export type { ResourceType, SourceKind, WireEvent } from './wire-event.ts';
