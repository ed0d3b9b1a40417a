import { describe, expect, it } from 'vitest';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done } from './fake-steps.ts';

describe('Session', () => {
  it('tells a new subscriber everything at once, though nothing was flushed', () => {
    const { session } = fakeSession();
    session.push([...done('1'), begin('2')]);
    const view = watch(session);
    expect(view.events.map((event) => event.type)).toEqual(['reset']);
    expect(view.ids()).toBe('1 2');
    expect(view.mirror().apis.map((api) => api.exchangeIds)).toEqual([['1', '2']]);
    expect(view.mirror().state).toEqual({
      recording: true,
      keepLog: false,
      notice: null,
      noticeWarns: false,
      capture: 'standard',
      deep: 'unavailable',
      deepNotice: null,
      disableCache: false,
      putAway: [],
      navigations: [],
      template: null,
      siteAccess: 'unknown',
      withheldFrom: [],
      inspectable: true,
    });
  });

  it('tells the changes of a while together, and each exchange as it is at the end', () => {
    const { session, tick } = fakeSession();
    const view = watch(session);
    session.push([begin('1')]);
    session.push([begin('2')]);
    session.push(done('1').slice(1));
    expect(view.events).toHaveLength(1);
    tick();
    expect(view.events).toHaveLength(2);
    expect(view.events[1]).toMatchObject({
      type: 'changed',
      exchanges: [{ exchange: { id: '1', state: 'settled' } }, { exchange: { id: '2', state: 'pending' } }],
    });
    expect(tick()).toBe(false);
  });

  it('judges only what changed', () => {
    const { session, calls, settle } = fakeSession();
    session.push([...done('1'), ...done('2'), begin('3')]);
    settle();
    calls.judged.length = 0;
    session.push(done('3').slice(1));
    settle();
    expect(calls.judged).toEqual(['3']);
  });

  it('lists by start, whatever the order of arrival', () => {
    const { session } = fakeSession();
    session.push([...done('7', 30), ...done('8', 10), ...done('9', 20), ...done('10', 10)]);
    expect(watch(session).ids()).toBe('8 10 9 7');
  });

  it('diagnoses siblings anew when one comes, and tells those whose findings changed', () => {
    const { session, settle } = fakeSession();
    session.push(done('1'));
    const view = watch(session);
    session.push([...done('2'), ...done('3', 3, 'other.test')]);
    settle();
    const explanations = [...view.mirror().exchanges.values()].map((each) => each.findings[0]?.explanation);
    expect(explanations).toEqual(['2 from 1', '2 from 1', '1 from 3']);
  });

  it('moves an exchange to the API that its redirect led to, and drops an API without exchanges', () => {
    const { session, settle } = fakeSession();
    session.push([begin('1')]);
    const view = watch(session);
    session.push([begin('1', 1, 'b.test')]);
    settle();
    expect(view.mirror().apis.map((api) => [api.identity.base, api.exchangeIds])).toEqual([
      ['https://b.test', ['1']],
    ]);
  });

  it('judges again with what the user set, keeps it for later news, and takes it back', () => {
    const { session, settle } = fakeSession();
    session.push([begin('1')]);
    const view = watch(session);
    const inferred = (): unknown => view.mirror().exchanges.get('1')?.judgement.inferred;
    session.command({ type: 'settings', exchangeId: '1', settings: { credentials: 'include' } });
    session.command({ type: 'settings', exchangeId: 'none', settings: { mode: 'cors' } });
    settle();
    expect(inferred()).toEqual({ credentials: 'include' });
    session.push(done('1').slice(1));
    settle();
    expect(inferred()).toEqual({ credentials: 'include' });
    session.command({ type: 'settings', exchangeId: '1', settings: {} });
    settle();
    expect(inferred()).toEqual({});
  });

  it('passes reload on', () => {
    const { session, reloads } = fakeSession();
    session.command({ type: 'reload' });
    expect(reloads()).toBe(1);
  });

  it('tells notices, and their end', () => {
    const { session } = fakeSession();
    const view = watch(session);
    session.setNotice('No access.');
    expect(view.mirror().state).toMatchObject({ notice: 'No access.', noticeWarns: true });
    session.setNotice(null);
    expect(view.mirror().state).toMatchObject({ notice: null, noticeWarns: false });
  });

  it('brings the view of a large API up to date in the end, though not at every flush', () => {
    const { session, calls, tick, settle } = fakeSession();
    const view = watch(session);
    const count = 450;
    for (let id = 1; id <= count; id += 1) {
      session.push(done(String(id)));
      tick();
    }
    expect(calls.viewed.length).toBeLessThan(count / 2 + count / 10);
    settle();
    expect(view.mirror().apis[0]?.exchangeIds).toHaveLength(count);
    expect(
      new Set([...view.mirror().exchanges.values()].map((each) => each.findings[0]?.explanation)),
    ).toEqual(new Set([`${count} from 1`]));
  });

  it('says nothing more to one that unsubscribed', () => {
    const { session, settle } = fakeSession();
    const view = watch(session);
    view.stop();
    session.push(done('1'));
    settle();
    expect(view.events).toHaveLength(1);
  });
});
