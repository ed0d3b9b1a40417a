import { type Calls, fakeSteps } from './fake-steps.ts';
import type { CaptureCommand, SessionEvent } from './messages.ts';
import { applySessionEvent, emptyMirror, type Mirror } from './mirror.ts';
import { inOrder } from './order.ts';
import { Session } from './session.ts';

/** A session over the fake steps whose clock stands still until `tick`. */
export interface FakeSession {
  readonly session: Session;
  readonly calls: Calls;
  /** Runs what is scheduled now; false where nothing was. */
  tick(): boolean;
  /** Ticks until nothing is scheduled. */
  settle(): void;
  readonly reloads: () => number;
  /** What the host was asked. */
  readonly asked: readonly CaptureCommand[];
}

export function fakeSession(limit?: number): FakeSession {
  const { steps, calls } = fakeSteps();
  const scheduled: (() => void)[] = [];
  const asked: CaptureCommand[] = [];
  let reloads = 0;
  const tick = (): boolean => {
    const flush = scheduled.shift();
    flush?.();
    return flush !== undefined;
  };
  const session = new Session({
    source: 'webRequest',
    browser: 'chromium',
    schedule: (flush) => void scheduled.push(flush),
    reload: () => {
      reloads += 1;
    },
    capture: (command) => void asked.push(command),
    steps,
    ...(limit === undefined ? {} : { limit }),
  });
  return {
    session,
    calls,
    tick,
    settle() {
      while (tick());
    },
    reloads: () => reloads,
    asked,
  };
}

/** A view of the session as a panel keeps it. */
export function watch(session: Session): {
  readonly events: SessionEvent[];
  readonly mirror: () => Mirror;
  readonly ids: () => string;
  readonly stop: () => void;
} {
  const events: SessionEvent[] = [];
  let mirror = emptyMirror;
  const stop = session.subscribe((event) => {
    events.push(event);
    mirror = applySessionEvent(mirror, event);
  });
  return { events, mirror: () => mirror, ids: () => idsOf(mirror), stop };
}

/** Ids in the order of a list. */
export function idsOf(mirror: Mirror): string {
  return inOrder(mirror.exchanges.values())
    .map((each) => each.exchange.id)
    .join(' ');
}
