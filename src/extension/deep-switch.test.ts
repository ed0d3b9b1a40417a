import { describe, expect, it } from 'vitest';
import type { DeepState } from '../session/index.ts';
import type { CaptureEvent } from './capture-event.ts';
import { DeepSwitch } from './deep-switch.ts';
import { FakeDebugger, settled } from './fake-debugger.ts';

function deepSwitch(remembered = false) {
  const api = new FakeDebugger();
  const events: CaptureEvent[] = [];
  const told: (readonly [DeepState, string | null])[] = [];
  const memory = { on: remembered };
  const waiting: (() => void)[] = [];
  const busy = { now: false };
  const abandoned = { times: 0 };
  const deep = new DeepSwitch({
    api,
    tabId: 7,
    workers: () => () => undefined,
    claim: async () => () => undefined,
    decoder: () => ({
      event: (sessionId, method) =>
        method === 'Network.loadingFinished'
          ? [{ type: 'completion', id: sessionId, time: 0, body: null }]
          : [],
    }),
    emit: (event) => events.push(event),
    tell: (state, notice) => told.push([state, notice]),
    isBusy: () => busy.now,
    abandon: () => {
      abandoned.times += 1;
    },
    memory: { get: () => memory.on, set: (on) => void Object.assign(memory, { on }) },
    later: (then) => void waiting.push(then),
  });
  const states = (): string => told.map(([state]) => state).join(' ');
  return { api, deep, events, told, states, memory, waiting, busy, abandoned };
}

describe('DeepSwitch', () => {
  it('switches on, passes events and navigation of the top document, switches off, and remembers both', async () => {
    const { api, deep, events, states, memory } = deepSwitch();
    await deep.set(true);
    expect(states()).toBe('starting on');
    expect(memory.on).toBe(true);
    api.say({ tabId: 7 }, 'Page.frameNavigated', { frame: { id: 'F', url: 'https://a.test/' } });
    api.say({ tabId: 7 }, 'Page.frameNavigated', {
      frame: { id: 'G', url: 'https://b.test/', parentId: 'F' },
    });
    api.say({ tabId: 7, sessionId: 'c' }, 'Page.frameNavigated', { frame: { id: 'G', url: 'x:' } });
    api.say({ tabId: 7 }, 'Network.loadingFinished');
    expect(events.map(({ type }) => type)).toEqual(['navigated', 'wire']);
    await deep.set(false);
    await settled();
    expect(states()).toBe('starting on off');
    expect(memory.on).toBe(false);
    expect(api.attached).toEqual([]);
  });

  it('resumes as the user left it', async () => {
    const left = deepSwitch(false);
    await left.deep.resume();
    expect(left.states()).toBe('');
    const kept = deepSwitch(true);
    await kept.deep.resume();
    expect(kept.states()).toBe('starting on');
  });

  it('stays attached for requests under way when switched off, but not for ever', async () => {
    const { api, deep, events, busy, waiting } = deepSwitch();
    await deep.set(true);
    busy.now = true;
    await deep.set(false);
    expect(api.attached).toEqual([{ tabId: 7 }]);
    api.say({ tabId: 7 }, 'Network.loadingFinished');
    expect(events).toHaveLength(1);
    expect(api.attached).toEqual([{ tabId: 7 }]);
    busy.now = false;
    api.say({ tabId: 7 }, 'Network.loadingFinished');
    await settled();
    expect(api.attached).toEqual([]);

    await deep.set(true);
    busy.now = true;
    await deep.set(false);
    for (const then of waiting) then();
    await settled();
    expect(api.attached).toEqual([]);
  });

  it('leaves the tab when DevTools closes, and still remembers', async () => {
    const { api, deep, memory } = deepSwitch();
    await deep.set(true);
    deep.close();
    await settled();
    expect(api.attached).toEqual([]);
    expect(memory.on).toBe(true);
  });

  it('attaches anew when switched on again before the last run had left', async () => {
    const { api, deep, busy, waiting, states } = deepSwitch();
    await deep.set(true);
    busy.now = true;
    await deep.set(false);
    await deep.set(true);
    for (const then of waiting) then();
    await settled();
    expect(states()).toBe('starting on off starting on');
    expect(api.attached).toEqual([{ tabId: 7 }]);
    expect(api.listeners).toBe(2);
  });

  it('takes a change of mind while it starts', async () => {
    const { api, deep, states } = deepSwitch();
    const starting = deep.set(true);
    await deep.set(false);
    await starting;
    await settled();
    expect(states()).toBe('starting off');
    expect(api.attached).toEqual([]);
  });

  it.each([
    ['canceled_by_user', /bar was closed/, false],
    ['target_closed', /took this page away/, true],
    ['a new reason', /a new reason/, true],
  ])('falls back when the browser says %s', async (reason, words, remembered) => {
    const { api, deep, told, memory } = deepSwitch();
    await deep.set(true);
    api.end({ tabId: 7 }, reason);
    expect(told.at(-1)).toEqual(['off', expect.stringMatching(words)]);
    expect(told.at(-1)?.[1]).toContain('Standard capture goes on');
    expect(memory.on).toBe(remembered);
    await deep.set(true);
    expect(told.at(-1)).toEqual(['on', null]);
  });

  it.each([
    ['Another debugger is already attached to the tab with id: 7.', /already being debugged/],
    ['Cannot access a chrome:// URL', /no extension debug this page/],
    ['Cannot attach to this target.', /no extension debug this page/],
    ['Something new', /The browser says: Something new\./],
  ])('says why it could not begin: %s', async (message, words) => {
    const { api, deep, told, memory } = deepSwitch();
    api.refusal = new Error(message);
    await deep.set(true);
    expect(told.map(([state]) => state)).toEqual(['starting', 'off']);
    expect(told.at(-1)?.[1]).toMatch(words);
    expect(memory.on).toBe(true);
    expect(api.listeners).toBe(0);
  });

  it('does not claim to capture where the network cannot be observed', async () => {
    const { api, deep, states } = deepSwitch();
    api.failing.add('Network.enable');
    await deep.set(true);
    expect(states()).toBe('starting off');
    expect(api.attached).toEqual([]);
  });

  it('gives up what is under way when the browser ends it, when it waited enough, and when it begins anew', async () => {
    const { api, deep, busy, waiting, abandoned } = deepSwitch();
    busy.now = true;
    await deep.set(true);
    api.end({ tabId: 7 }, 'canceled_by_user');
    expect(abandoned.times).toBe(1);
    await deep.set(true);
    await deep.set(false);
    expect(abandoned.times).toBe(1);
    for (const then of waiting) then();
    expect(abandoned.times).toBe(2);
    await deep.set(true);
    await deep.set(false);
    await deep.set(true);
    expect(abandoned.times).toBe(3);
    await deep.set(false);
    api.end({ tabId: 7 }, 'target_closed');
    expect(abandoned.times).toBe(4);
  });
});
