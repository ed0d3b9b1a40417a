import { describe, expect, it } from 'vitest';
import { done, fakeSteps } from './fake-steps.ts';
import { applySessionEvent, applySessionEvents, emptyMirror, type Mirror } from './mirror.ts';
import { runPipe } from './pipe.ts';

function piped(...ids: string[]): ReturnType<typeof runPipe> {
  const events = ids.flatMap((id) => done(id));
  return runPipe({ events, source: 'har', browser: 'unknown' }, fakeSteps().steps);
}

const state = { ...emptyMirror.state, recording: true, keepLog: true, notice: 'n', capture: 'deep' } as const;
const full: Mirror = applySessionEvent(emptyMirror, { type: 'reset', state, ...piped('1', '2') });
const ids = (mirror: Mirror): string[] => [...mirror.exchanges.keys()];

describe('applySessionEvent', () => {
  it('reset starts over', () => {
    expect(ids(full)).toEqual(['1', '2']);
    expect(ids(applySessionEvent(full, { type: 'reset', state, ...piped('3') }))).toEqual(['3']);
  });

  it('changed upserts, takes away, replaces the APIs, and leaves the old value alone', () => {
    const next = applySessionEvent(full, { type: 'changed', ...piped('2', '3'), removed: ['1', 'none'] });
    expect(ids(next)).toEqual(['2', '3']);
    expect(next.apis.map((api) => api.exchangeIds)).toEqual([['2', '3']]);
    expect(next.state).toBe(full.state);
    expect(ids(full)).toEqual(['1', '2']);
  });

  it('an exchange that did not change stays the same object', () => {
    const next = applySessionEvent(full, { type: 'changed', ...piped('2') });
    expect(next.exchanges.get('1')).toBe(full.exchanges.get('1'));
    expect(next.exchanges.get('2')).not.toBe(full.exchanges.get('2'));
  });

  it('state changes the state alone', () => {
    const next = applySessionEvent(full, { type: 'state', state: { ...state, notice: null } });
    expect(next).toEqual({ ...full, state: { ...state, notice: null } });
  });
});

describe('applySessionEvents', () => {
  it('comes to what one event after the other comes to', () => {
    const one = { type: 'changed', ...piped('2', '3'), removed: ['1'] } as const;
    const other = { type: 'changed', ...piped('4'), removed: ['3'] } as const;
    const fresh = { type: 'reset', state, ...piped('5') } as const;
    const told = { type: 'state', state: { ...state, notice: null } } as const;
    for (const events of [[], [one], [one, told, other], [one, fresh, other], [other, fresh], [told]]) {
      const stepwise = events.reduce<Mirror>(applySessionEvent, full);
      expect(applySessionEvents(full, events)).toEqual(stepwise);
      expect(ids(applySessionEvents(full, events))).toEqual(ids(stepwise));
    }
    expect(ids(full)).toEqual(['1', '2']);
    expect(applySessionEvents(full, [told]).exchanges).toBe(full.exchanges);
  });
});
