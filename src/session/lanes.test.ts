import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../exchange/index.ts';
import { fakeSession, watch } from './fake-session.ts';
import { begin, done } from './fake-steps.ts';

function preflight(id: string, of: string | null): WireEvent {
  const event = begin(id, 1);
  if (event.type !== 'request') throw new Error('no request');
  return { ...event, method: 'OPTIONS', url: 'https://api.test/x', preflightOf: of };
}

describe('a session with two sources', () => {
  it('lists each request once: what began under one source finishes there', () => {
    const { session, settle } = fakeSession();
    session.push([begin('1')], 'webRequest');
    session.push([begin('1.1')], 'debugger');
    session.setDeep('on');
    session.push([...done('1').slice(1), begin('2')], 'webRequest');
    session.push([...done('1.1').slice(1), ...done('2.1')], 'debugger');
    settle();
    const view = watch(session);
    const exchanges = [...view.mirror().exchanges.values()].map(({ exchange }) => exchange);
    expect(exchanges.map(({ id, source, state }) => [id, source, state])).toEqual([
      ['1', 'webRequest', 'settled'],
      ['debugger 2.1', 'debugger', 'settled'],
    ]);
    session.setDeep('off');
    session.push(done('3'), 'webRequest');
    session.push(done('3.1'), 'debugger');
    settle();
    expect(view.ids().split(' ')).toContain('3');
    expect(view.mirror().exchanges.size).toBe(3);
  });

  it('tells equal ids of two sources apart', () => {
    const { session } = fakeSession();
    session.push(done('1'), 'webRequest');
    session.setDeep('on');
    session.push(done('1'), 'debugger');
    expect(watch(session).mirror().exchanges.size).toBe(2);
  });

  it('takes neither the preflight nor the next hop of a request that the other source has', () => {
    const { session } = fakeSession();
    session.push([begin('1')], 'webRequest');
    session.setDeep('on');
    session.push([preflight('p', '9.1')], 'debugger');
    const redirect: WireEvent = {
      type: 'redirect',
      id: '9.1',
      time: 2,
      status: 307,
      headers: [],
      location: 'https://b.test/',
    };
    session.push([redirect, begin('9.1', 3, 'b.test')], 'debugger');
    expect(watch(session).ids()).toBe('1');
    session.push([begin('9.2'), preflight('q', '9.2')], 'debugger');
    expect(watch(session).mirror().exchanges.has('debugger q')).toBe(true);
  });

  it('knows whether a source has a request under way', () => {
    const { session } = fakeSession();
    session.push([begin('1')], 'webRequest');
    session.setDeep('on');
    expect([session.isOpen('webRequest'), session.isOpen('debugger')]).toEqual([true, false]);
    session.push(done('1').slice(1), 'webRequest');
    expect(session.isOpen('webRequest')).toBe(false);
  });

  it('records, and pauses, whichever source captures', () => {
    const { session } = fakeSession();
    session.setDeep('on');
    session.command({ type: 'record', on: false });
    session.push(done('1.1'), 'debugger');
    session.setDeep('off');
    session.push(done('2'), 'webRequest');
    session.command({ type: 'record', on: true });
    session.push(done('3'), 'webRequest');
    expect(watch(session).ids()).toBe('3');
  });

  it('leaves a file to neither', () => {
    const { session } = fakeSession();
    session.setDeep('on');
    session.push([begin('1.1')], 'debugger');
    session.command({ type: 'import-file', name: 'a.har', text: '[5' });
    session.push([...done('1.1').slice(1), ...done('2.1')], 'debugger');
    expect(watch(session).ids()).toBe('5');
  });

  it('tells what captures, why deep capture ended, and passes the switch on', () => {
    const { session, asked } = fakeSession();
    const view = watch(session);
    session.command({ type: 'capture', deep: true });
    session.setDeep('on');
    expect(view.mirror().state).toMatchObject({ capture: 'deep', deep: 'on', deepNotice: null });
    session.setDeep('off', 'It ended.');
    expect(view.mirror().state).toMatchObject({ capture: 'standard', deep: 'off', deepNotice: 'It ended.' });
    expect(asked).toEqual([{ type: 'capture', deep: true }]);
  });

  it('disables the cache only while it records in deep capture', () => {
    const { session, asked } = fakeSession();
    const view = watch(session);
    session.command({ type: 'disable-cache', on: true });
    expect(view.mirror().state.disableCache).toBe(false);
    session.setDeep('on');
    session.command({ type: 'disable-cache', on: true });
    expect(view.mirror().state.disableCache).toBe(true);
    session.command({ type: 'record', on: false });
    session.command({ type: 'record', on: true });
    expect(asked.map((command) => command.type === 'disable-cache' && command.on)).toEqual([
      true,
      false,
      true,
    ]);
    session.setDeep('off');
    expect(view.mirror().state.disableCache).toBe(false);
  });

  it('tells of what a source that is over still had under way, and of nothing else', () => {
    const { session, settle } = fakeSession();
    session.setDeep('on');
    session.push([begin('1'), ...done('2')], 'debugger');
    session.setDeep('off');
    session.push([begin('3')], 'webRequest');
    session.abandon('debugger', 9);
    settle();
    const view = watch(session);
    const unfinished = [...view.mirror().exchanges.values()].map(({ exchange }) => [
      exchange.id,
      exchange.unfinished,
    ]);
    expect(unfinished).toEqual([
      ['debugger 1', true],
      ['debugger 2', false],
      ['3', false],
    ]);
    expect([session.isOpen('debugger'), session.isOpen('webRequest')]).toEqual([false, true]);
    session.navigated();
    expect(view.ids()).toBe('3');
  });

  it('waits for no event stream', () => {
    const { session } = fakeSession();
    const stream = begin('1');
    session.push(stream.type === 'request' ? [{ ...stream, resourceType: 'eventsource' }] : [], 'webRequest');
    expect(session.isOpen('webRequest')).toBe(false);
    session.push([begin('2')], 'webRequest');
    expect(session.isOpen('webRequest')).toBe(true);
  });
});
