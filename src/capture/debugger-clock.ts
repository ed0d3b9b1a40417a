import { numberOf } from './debugger-field.ts';

/**
 * Time since the epoch, in ms, of one request's events: CDP's `timestamp` (seconds, of no known beginning) is tied to it by
 * the request's `wallTime`. ExtraInfo has no time: it gets that of the event before. Never runs back.
 */
export class DebuggerClock {
  readonly #offset: number;
  #last: number;

  constructor(wallTime: number | null, timestamp: unknown, otherwise: number) {
    const stamp = numberOf(timestamp, 0) * 1000;
    this.#last = wallTime ?? Math.max(otherwise, stamp);
    this.#offset = this.#last - stamp;
  }

  get now(): number {
    return this.#last;
  }

  at(timestamp: unknown): number {
    const time = numberOf(timestamp, Number.NaN) * 1000 + this.#offset;
    if (time > this.#last) this.#last = time;
    return this.#last;
  }
}
