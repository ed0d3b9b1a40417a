/** The pipe as a live value: wire events in; exchanges, findings, APIs and fixes out. */
export type { MessageAdapter, SessionCommand, SessionEvent, SessionState } from './messages.ts';
