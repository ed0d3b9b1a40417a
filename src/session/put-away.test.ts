import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../exchange/index.ts';
import { fakeSession, watch } from './fake-session.ts';
import { done } from './fake-steps.ts';

/** A worker's request whose tab the source does not tell, begun and ended well. */
function worker(id: string, initiator = 'https://a.test'): WireEvent[] {
  const [request, ...rest] = done(id);
  if (request?.type !== 'request') throw new Error('not a request');
  return [{ ...request, initiator, tabInferred: true, requester: 'background-worker' }, ...rest];
}

function started() {
  const { session, settle } = fakeSession();
  const view = watch(session);
  const push = (events: readonly WireEvent[]) => {
    session.push(events);
    settle();
  };
  push([...done('1'), ...worker('2'), ...worker('3', 'https://b.test')]);
  return { session, settle, view, push };
}

describe('workers’ requests put away as another tab’s', () => {
  it('leave the list by their origin, those to come as well, and the page’s own stay', () => {
    const { session, view, push } = started();
    session.command({ type: 'put-away', exchangeId: '2' });
    expect(view.ids()).toBe('1 3');
    expect(view.mirror().state.putAway).toEqual(['https://a.test']);
    push([...worker('4'), ...done('5')]);
    expect(view.ids()).toBe('1 3 5');
  });

  it('come back with what came meanwhile', () => {
    const { session, view, push } = started();
    session.command({ type: 'put-away', exchangeId: '2' });
    push(worker('4'));
    session.command({ type: 'bring-back' });
    expect(view.ids()).toBe('1 2 3 4');
    expect(view.mirror().exchanges.get('4')?.exchange.state).toBe('settled');
    expect(view.mirror().state.putAway).toEqual([]);
  });

  it.each(['clear', 'navigation'] as const)('are attributed again after %s, but do not come back', (how) => {
    const { session, view, push } = started();
    session.command({ type: 'put-away', exchangeId: '2' });
    const [request, ...rest] = worker('4');
    push(request === undefined ? [] : [request]);
    if (how === 'clear') session.command({ type: 'clear' });
    else session.navigated();
    push([...rest, ...worker('6')]);
    expect(view.ids()).toBe('6');
    expect(view.mirror().state.putAway).toEqual([]);
  });

  it('are only those whose tab was inferred', () => {
    const { session, view } = started();
    session.command({ type: 'put-away', exchangeId: '1' });
    session.command({ type: 'put-away', exchangeId: 'unknown' });
    expect(view.ids()).toBe('1 2 3');
    expect(view.mirror().state.putAway).toEqual([]);
  });
});

it('tells site access as it changes', () => {
  const { session } = fakeSession();
  const view = watch(session);
  expect(view.mirror().state.siteAccess).toBe('unknown');
  session.setSiteAccess({ siteAccess: 'withheld', withheldFrom: ['https://a.test'] });
  expect(view.mirror().state).toMatchObject({ siteAccess: 'withheld', withheldFrom: ['https://a.test'] });
});
