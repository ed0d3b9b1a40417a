import type { Diagnosed } from '../../diagnosis/index.ts';
import type { SessionEvent, SessionState } from '../../session/index.ts';
import { httpApi, restApi } from './apis.ts';
import { hostile } from './hostile.ts';
import {
  assumed,
  cachedPreflight,
  headerNotAllowed,
  pending,
  redirected,
  unreachable,
} from './http-exchanges.ts';
import { blockedPreflight, healthy, hiddenError, noAllowOrigin, wildcard } from './rest-exchanges.ts';
import { brokenTemplate, template } from './template.ts';

export const recording: SessionState = {
  recording: true,
  keepLog: false,
  notice: null,
  noticeWarns: false,
  capture: 'standard',
  deep: 'off',
  deepNotice: null,
  disableCache: false,
  putAway: [],
  navigations: [],
  template: null,
  siteAccess: 'granted',
  withheldFrom: [],
  inspectable: true,
};

export const mixed: readonly Diagnosed[] = [
  blockedPreflight,
  noAllowOrigin,
  hiddenError,
  wildcard,
  healthy,
  headerNotAllowed,
  cachedPreflight,
  assumed,
  redirected,
  unreachable,
  pending,
];

export function resetWith(exchanges: readonly Diagnosed[], state: Partial<SessionState> = {}): SessionEvent {
  const apis = exchanges.length === 0 ? [] : [restApi, httpApi];
  return { type: 'reset', state: { ...recording, ...state }, exchanges, apis };
}

/** States of the panel by name; the gallery shows one of them. */
export const scenes: Readonly<Record<string, SessionEvent>> = {
  empty: resetWith([]),
  paused: resetWith([], { recording: false }),
  mixed: resetWith(mixed),
  hostile: resetWith([hostile, ...mixed]),
  'no-access': resetWith([], { siteAccess: 'withheld', withheldFrom: ['http://localhost:3000'] }),
  unsupported: resetWith([], { inspectable: false }),
  'file-page': resetWith([], { capture: 'none', deep: 'unavailable' }),
  'deep-on': resetWith(mixed, { capture: 'deep', deep: 'on' }),
  'deep-ended': resetWith(mixed, {
    deepNotice: 'Deep capture ended: the browser’s debugging bar was closed. Standard capture goes on.',
  }),
  disconnected: resetWith(mixed),
  template: resetWith(mixed, { template }),
  'template-fault': resetWith(mixed, { template: brokenTemplate }),
  notice: resetWith(mixed, { notice: 'orders.har: not JSON at line 3, column 17.', noticeWarns: true }),
};
