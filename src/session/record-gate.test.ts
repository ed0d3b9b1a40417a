import { describe, expect, it } from 'vitest';
import { begin, done, fail } from './fake-steps.ts';
import { RecordGate } from './record-gate.ts';

function preflight(id: string, host: string): ReturnType<typeof begin> {
  const event = begin(id, 1, host);
  return event.type === 'request' ? { ...event, method: 'OPTIONS' } : event;
}

describe('RecordGate', () => {
  it('off: lets the preflight of a running request pass, and its redirect’s, but no other', () => {
    const gate = new RecordGate();
    gate.admits(begin('1'));
    gate.recording = false;
    expect(gate.admits(preflight('2', 'api.test'))).toBe(true);
    expect(gate.admits(preflight('3', 'b.test'))).toBe(false);
    expect(gate.admits(begin('1', 1, 'b.test'))).toBe(true);
    expect(gate.admits(preflight('4', 'b.test'))).toBe(true);
    expect(gate.admits(begin('5'))).toBe(false);
  });

  it('keeps out what began while off, until it ends', () => {
    const gate = new RecordGate();
    gate.recording = false;
    gate.admits(begin('1'));
    gate.recording = true;
    expect(gate.admits(begin('1', 1, 'b.test'))).toBe(false);
    expect(gate.admits(fail('1', 'net::ERR_FAILED'))).toBe(false);
    expect(gate.admits(begin('1'))).toBe(true);
  });

  it('ignoreOpen keeps out what is under way', () => {
    const gate = new RecordGate();
    gate.admits(begin('1'));
    gate.ignoreOpen();
    expect([begin('1', 1, 'b.test'), ...done('1').slice(1)].map((event) => gate.admits(event))).toEqual([
      false,
      false,
    ]);
    expect(gate.admits(begin('2'))).toBe(true);
  });
});
