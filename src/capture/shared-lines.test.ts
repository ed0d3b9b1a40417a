import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedLines } from './shared-lines.ts';

describe('SharedLines', () => {
  it('gives one line for all that say the same', () => {
    const shared = new SharedLines();
    expect(shared.line('Accept', '*/*')).toEqual(['Accept', '*/*']);
    expect(shared.line('Accept', '*/*')).toBe(shared.line('Accept', '*/*'));
  });

  it('tells names by their case, as the wire does, and values by every byte', () => {
    const shared = new SharedLines();
    expect(shared.line('accept', '*/*')).toEqual(['accept', '*/*']);
    expect(shared.line('Accept', '*/*')).toEqual(['Accept', '*/*']);
    expect(shared.line('Accept', '*/* ')).toEqual(['Accept', '*/* ']);
  });

  it('gives what was asked for, however many names and values there are', () => {
    const text = fc.oneof(fc.constantFrom('__proto__', 'constructor', ''), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (lines) => {
        const shared = new SharedLines();
        for (const [name, value] of lines) expect(shared.line(name, value)).toEqual([name, value]);
      }),
    );
    const shared = new SharedLines();
    for (let n = 0; n < 5_000; n += 1) {
      expect(shared.line('x-request-id', `${n}`)).toEqual(['x-request-id', `${n}`]);
      expect(shared.line(`x-${n}`, 'same')).toEqual([`x-${n}`, 'same']);
    }
  });

  it('gives a long line without keeping it', () => {
    const shared = new SharedLines();
    const value = 'a'.repeat(2_000);
    expect(shared.line('cookie', value)).toEqual(['cookie', value]);
    expect(shared.line('cookie', value)).not.toBe(shared.line('cookie', value));
  });

  it('keeps no more than a bounded number of values and names', () => {
    const shared = new SharedLines();
    const first = shared.line('x-request-id', 'first');
    for (let n = 0; n < 100; n += 1) shared.line('x-request-id', `${n}`);
    expect(shared.line('x-request-id', 'first')).not.toBe(first);
    const named = shared.line('x-first', 'same');
    for (let n = 0; n < 2_000; n += 1) shared.line(`x-${n}`, 'same');
    expect(shared.line('x-first', 'same')).not.toBe(named);
  });
});
