import type { Exchange, SourceKind, WireEvent } from '../exchange/index.ts';
import { RecordGate } from './record-gate.ts';
import type { Assembling } from './steps.ts';

interface Lane {
  readonly source: SourceKind;
  readonly gate: RecordGate;
  readonly assembler: Assembling;
}

/**
 * The session's sources, of which one at a time captures. Each has its own assembler and gate: what began under one
 * source finishes there after a switch, and what begins later is the other's alone.
 */
export class Lanes {
  readonly #lanes = new Map<SourceKind, Lane>();
  #active: Lane;
  #recording = true;

  constructor(
    source: SourceKind,
    private readonly assembler: (source: SourceKind) => Assembling,
  ) {
    this.#active = this.#lane(source);
  }

  get recording(): boolean {
    return this.#recording;
  }

  set recording(on: boolean) {
    this.#recording = on;
    for (const lane of this.#lanes.values()) lane.gate.recording = on && lane === this.#active;
  }

  /** From now on requests that begin are taken from this source. */
  use(source: SourceKind): void {
    this.#active = this.#lane(source);
    this.recording = this.#recording;
  }

  /** Whether a request that began under this source is still under way. */
  isOpen(source: SourceKind): boolean {
    return this.#lanes.get(source)?.gate.isOpen ?? false;
  }

  /** The exchanges that changed, in order. */
  push(event: WireEvent, source: SourceKind): readonly Exchange[] {
    const lane = this.#lane(source);
    const own = named(event, source);
    if (this.#isPreflightOfAnother(own, lane) || !lane.gate.admits(own)) return [];
    return lane.assembler.push(own);
  }

  /** This source is over: what it had under way is told to stay unfinished. */
  abandon(source: SourceKind, time: number): readonly Exchange[] {
    const lane = this.#lane(source);
    return lane.gate.open.flatMap((id) => {
      const event: WireEvent = { type: 'unfinished', id, time };
      return lane.gate.admits(event) ? lane.assembler.push(event) : [];
    });
  }

  /** Nothing of what is under way comes in any more, and what was learnt is dropped. */
  drop(): void {
    for (const lane of this.#lanes.values()) {
      lane.gate.ignoreOpen();
      lane.assembler.clear();
    }
  }

  /** After a switch, the new source sees preflights of requests that the old one has: those are not new. */
  #isPreflightOfAnother(event: WireEvent, lane: Lane): boolean {
    if (event.type !== 'request' || event.method !== 'OPTIONS' || lane.gate.awaitsPreflight(event)) {
      return false;
    }
    return [...this.#lanes.values()].some((other) => other !== lane && other.gate.isOpenFor(event.url));
  }

  #lane(source: SourceKind): Lane {
    const known = this.#lanes.get(source);
    if (known !== undefined) return known;
    const lane = { source, gate: new RecordGate(), assembler: this.assembler(source) };
    lane.gate.recording = this.#lanes.size === 0;
    this.#lanes.set(source, lane);
    return lane;
  }
}

/** Two sources number requests independently; the debugger's ids get a mark, so that none can be mistaken. */
function named(event: WireEvent, source: SourceKind): WireEvent {
  if (source !== 'debugger') return event;
  const id = `debugger ${event.id}`;
  if (event.type !== 'request' || event.preflightOf === null) return { ...event, id };
  return { ...event, id, preflightOf: `debugger ${event.preflightOf}` };
}
