/**
 * The pipe as a live value. In: wire events and a view's commands. Out: session events (exchanges, findings, APIs and
 * fixes) over any message adapter, and a view's pure mirror of them. `runPipe` is the same pipe over a finished capture.
 */
export { adapterPair } from './adapter-pair.ts';
export type {
  CaptureCommand,
  DeepState,
  MessageAdapter,
  Navigation,
  SessionCommand,
  SessionEvent,
  SessionState,
  SiteAccess,
  TemplateState,
} from './messages.ts';
export { applySessionEvent, applySessionEvents, emptyMirror, type Mirror } from './mirror.ts';
export { inOrder } from './order.ts';
export { runPipe } from './pipe.ts';
export {
  type Beginning,
  beginnings,
  firstPreferences,
  limits,
  type Preferences,
  preferencesName,
  readPreferences,
  storeKey,
} from './preferences.ts';
export { serve } from './serve.ts';
export { Session } from './session.ts';
export { keepTemplate } from './template.ts';
