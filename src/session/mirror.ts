import type { Diagnosed } from '../diagnosis/index.ts';
import type { ApiView } from '../fix/index.ts';
import type { SessionEvent, SessionState } from './messages.ts';

/** What a view knows of its session. `exchanges` by id, in order of arrival: `inOrder` gives the order of a list. */
export interface Mirror {
  readonly state: SessionState;
  readonly exchanges: ReadonlyMap<string, Diagnosed>;
  readonly apis: readonly ApiView[];
}

/** Before the session has said anything. */
export const emptyMirror: Mirror = {
  state: {
    recording: false,
    keepLog: false,
    notice: null,
    noticeWarns: false,
    capture: 'none',
    deep: 'unavailable',
    deepNotice: null,
    disableCache: false,
    putAway: [],
    navigations: [],
    template: null,
    siteAccess: 'unknown',
    withheldFrom: [],
  },
  exchanges: new Map(),
  apis: [],
};

/** The mirror after one event. Pure: a new value where something changed, exchanges that did not change are the same objects. */
export function applySessionEvent(mirror: Mirror, event: SessionEvent): Mirror {
  switch (event.type) {
    case 'reset': {
      const { state, exchanges, apis } = event;
      return { state, exchanges: new Map(exchanges.map((each) => [each.exchange.id, each])), apis };
    }
    case 'changed': {
      const exchanges = new Map(mirror.exchanges);
      for (const each of event.exchanges) exchanges.set(each.exchange.id, each);
      for (const id of event.removed ?? []) exchanges.delete(id);
      return { ...mirror, exchanges, apis: event.apis };
    }
    case 'state':
      return { ...mirror, state: event.state };
  }
}
