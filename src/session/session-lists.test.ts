import { describe, expect, it } from 'vitest';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done, fail } from './fake-steps.ts';

describe('record', () => {
  it('off: new requests stay out for good, running ones finish', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([begin('1')]);
    session.command({ type: 'record', on: false });
    session.push([begin('2'), ...done('1').slice(1)]);
    session.command({ type: 'record', on: true });
    session.push([begin('2', 2, 'redirected.test'), ...done('2').slice(1), ...done('3')]);
    settle();
    expect(view.ids()).toBe('1 3');
    expect(view.mirror().exchanges.get('1')?.exchange.state).toBe('settled');
    expect(view.mirror().state.recording).toBe(true);
  });
});

describe('clear', () => {
  it('empties the list; later news of what was cleared does not bring it back', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([...done('1'), begin('2')]);
    session.command({ type: 'clear' });
    session.push([...done('2').slice(1), ...done('3')]);
    settle();
    expect(view.ids()).toBe('3');
  });

  it('leaves the recording and the log as they were', () => {
    const { session } = fakeSession();
    const view = watch(session);
    session.command({ type: 'record', on: false });
    session.command({ type: 'keep-log', on: true });
    session.command({ type: 'clear' });
    expect(view.mirror().state).toMatchObject({ recording: false, keepLog: true });
  });
});

describe('navigation', () => {
  it('clears what has ended and keeps what is under way', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([...done('1'), begin('2')]);
    session.navigated();
    expect(view.events.at(-1)?.type).toBe('reset');
    expect(view.ids()).toBe('2');
    session.push([...done('2').slice(1), ...done('3')]);
    settle();
    expect(view.ids()).toBe('2 3');
  });

  it('lets go what the browser aborts with the page, and nothing else that fails', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    session.push([begin('1'), begin('2'), begin('3')]);
    session.navigated();
    session.push([
      fail('1', 'net::ERR_ABORTED'),
      fail('2', 'NS_BINDING_ABORTED'),
      fail('3', 'net::ERR_FAILED'),
    ]);
    session.push([begin('4'), fail('4', 'net::ERR_ABORTED')]);
    settle();
    expect(view.ids()).toBe('3 4');
  });

  it('keeps the log where asked to', () => {
    const { session } = fakeSession();
    const view = watch(session);
    session.command({ type: 'keep-log', on: true });
    session.push(done('1'));
    session.navigated();
    session.push(done('2'));
    expect(watch(session).ids()).toBe('1 2');
    session.command({ type: 'keep-log', on: false });
    session.navigated();
    expect(view.ids()).toBe('');
    expect(view.mirror().apis).toEqual([]);
  });
});

describe('limit', () => {
  it('lets the oldest go, says so once, and does not take them back', () => {
    const { session, settle } = fakeSession(3);
    const view = watch(session);
    session.push([begin('1'), ...done('2'), ...done('3')]);
    settle();
    expect(view.mirror().state.notice).toBeNull();
    session.push([...done('4'), ...done('5')]);
    settle();
    session.push(done('1').slice(1));
    settle();
    expect(view.ids()).toBe('3 4 5');
    expect(view.mirror().apis[0]?.exchangeIds).toEqual(['3', '4', '5']);
    expect(view.mirror().state.notice).toBe('Only the latest 3 requests are kept; older ones are gone.');
    expect(view.events.filter((event) => event.type === 'state')).toHaveLength(1);
  });

  it('is 10,000 unless told', () => {
    const { session } = fakeSession();
    session.push(Array.from({ length: 10_001 }, (_, index) => begin(String(index))));
    const view = watch(session);
    expect(view.mirror().exchanges.size).toBe(10_000);
    expect(view.mirror().exchanges.has('0')).toBe(false);
    expect(view.mirror().state.notice).toContain('10,000');
  });

  it('holds anew as soon as it is changed', () => {
    const { session, settle } = fakeSession(10);
    const view = watch(session);
    session.push(['1', '2', '3', '4', '5'].flatMap((id) => done(id)));
    settle();
    session.command({ type: 'limit', exchanges: 2 });
    settle();
    expect(view.ids()).toBe('4 5');
    expect(view.mirror().state.notice).toContain('latest 2 ');
    session.command({ type: 'limit', exchanges: 4 });
    session.push(['6', '7', '8'].flatMap((id) => done(id)));
    settle();
    expect(view.ids()).toBe('5 6 7 8');
    expect(view.mirror().state.notice).toContain('latest 4 ');
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is never %s', (exchanges) => {
    const { session, settle } = fakeSession(2);
    const view = watch(session);
    session.command({ type: 'limit', exchanges });
    session.push(['1', '2', '3'].flatMap((id) => done(id)));
    settle();
    expect(view.ids()).toBe('2 3');
  });

  it('forgets the notice with the list', () => {
    const { session } = fakeSession(1);
    const view = watch(session);
    session.push([...done('1'), ...done('2')]);
    session.command({ type: 'clear' });
    expect(view.mirror().state.notice).toBeNull();
  });
});
