import { describe, expect, it } from 'vitest';
import { adapterPair } from './adapter-pair.ts';
import { fakeSession, idsOf } from './fake-session.ts';
import { begin, done } from './fake-steps.ts';
import type { SessionCommand, SessionEvent } from './messages.ts';
import { applySessionEvent, emptyMirror, type Mirror } from './mirror.ts';
import { serve } from './serve.ts';
import type { Session } from './session.ts';

/** A panel behind a channel; what it gets went through a structured clone, as over a port. */
function panel(): {
  mirror: () => Mirror;
  messages: SessionEvent[];
  connect: (session: Session) => { close: () => void; send: (command: SessionCommand) => void };
} {
  let mirror = emptyMirror;
  const messages: SessionEvent[] = [];
  return {
    mirror: () => mirror,
    messages,
    connect(session) {
      const { left, right, close } = adapterPair<SessionEvent, SessionCommand>();
      right.listen((event) => {
        const received = structuredClone(event);
        messages.push(received);
        mirror = applySessionEvent(mirror, received);
      });
      serve(session, left);
      return { close, send: (command) => right.post(command) };
    },
  };
}

describe('serve', () => {
  it('a panel that opens late gets everything', () => {
    const { session, settle } = fakeSession();
    session.push([...done('1'), ...done('2')]);
    settle();
    const { connect, mirror } = panel();
    connect(session);
    expect(idsOf(mirror())).toBe('1 2');
  });

  it('a port that reconnects loses nothing and doubles nothing', () => {
    const { session, settle } = fakeSession();
    const { connect, mirror, messages } = panel();
    const first = connect(session);
    session.push([begin('1')]);
    settle();
    first.close();
    session.push([...done('1').slice(1), ...done('2')]);
    settle();
    expect(idsOf(mirror())).toBe('1');
    connect(session);
    expect(idsOf(mirror())).toBe('1 2');
    expect(mirror().exchanges.get('1')?.exchange.state).toBe('settled');
    const before = messages.length;
    session.push(done('3'));
    settle();
    expect(messages.length).toBe(before + 1);
    expect(idsOf(mirror())).toBe('1 2 3');
  });

  it('takes commands until the channel closes', () => {
    const { session, reloads } = fakeSession();
    const { connect, mirror } = panel();
    const { send, close } = connect(session);
    send({ type: 'record', on: false });
    expect(mirror().state.recording).toBe(false);
    close();
    send({ type: 'reload' });
    expect(reloads()).toBe(0);
  });

  it('serves several views alike', () => {
    const { session, settle } = fakeSession();
    const [one, other] = [panel(), panel()];
    one.connect(session);
    session.push(done('1'));
    other.connect(session).send({ type: 'keep-log', on: true });
    settle();
    expect(one.mirror()).toEqual(other.mirror());
    expect(one.mirror().state.keepLog).toBe(true);
  });

  it('sends a large list in pieces that come to the same', () => {
    const { session } = fakeSession();
    const count = 4_500;
    session.push(Array.from({ length: count }, (_, index) => begin(String(index))));
    const { connect, mirror, messages } = panel();
    connect(session);
    const sizes = messages.flatMap((event) => (event.type === 'state' ? [] : [event.exchanges.length]));
    expect(sizes).toEqual([2_000, 2_000, 500]);
    expect(messages.map((event) => event.type)).toEqual(['reset', 'changed', 'changed']);
    expect(mirror().exchanges.size).toBe(count);
    expect(mirror().apis.map((api) => api.exchangeIds.length)).toEqual([count]);
  });
});
