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
    inspectable: true,
  },
  exchanges: new Map(),
  apis: [],
};

/** The mirror after one event. Pure: a new value where something changed, exchanges that did not change are the same objects. */
export function applySessionEvent(mirror: Mirror, event: SessionEvent): Mirror {
  return applySessionEvents(mirror, [event]);
}

/** The same for several in their order, in which the exchanges are copied once at most. */
export function applySessionEvents(mirror: Mirror, events: readonly SessionEvent[]): Mirror {
  let { state, apis } = mirror;
  let exchanges: Map<string, Diagnosed> | null = null;
  for (const event of events) {
    switch (event.type) {
      case 'reset':
        exchanges = new Map(event.exchanges.map((each) => [each.exchange.id, each]));
        ({ state, apis } = event);
        break;
      case 'changed':
        exchanges ??= new Map(mirror.exchanges);
        for (const each of event.exchanges) exchanges.set(each.exchange.id, each);
        for (const id of event.removed ?? []) exchanges.delete(id);
        apis = event.apis;
        break;
      case 'state':
        state = event.state;
        break;
    }
  }
  return { state, exchanges: exchanges ?? mirror.exchanges, apis };
}
