/** The pipe as a live value: wire events in; exchanges, findings, APIs and fixes out. */
export { type AdapterPair, adapterPair } from './adapter-pair.ts';
export type { MessageAdapter, SessionCommand, SessionEvent, SessionState } from './messages.ts';
export { applySessionEvent, emptyMirror, type Mirror } from './mirror.ts';
export { inOrder } from './order.ts';
export { type Piped, runPipe } from './pipe.ts';
export { serve } from './serve.ts';
export { Session, type SessionOptions } from './session.ts';
export type { Origin, Steps } from './steps.ts';
