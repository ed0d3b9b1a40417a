import { Assembler } from './assembler.ts';
import type { CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { unlimited } from './known-tracks.ts';
import type { WireEvent } from './wire-event.ts';

/** All exchanges of a finished capture, in order of time. */
export function assemble(events: Iterable<WireEvent>, capture: CaptureOf): readonly Exchange[] {
  const assembler = new Assembler(capture, unlimited);
  const told = new Map<string, Exchange>();
  for (const event of events) {
    for (const exchange of assembler.push(event)) told.set(exchange.id, exchange);
  }
  const atEnd = assembler.end();
  return inOrder(told.size === 0 ? atEnd : latestOf(told, atEnd));
}

/** A live source tells of an exchange again and again; a HAR's come once, at the end. */
function latestOf(told: Map<string, Exchange>, atEnd: readonly Exchange[]): Iterable<Exchange> {
  for (const exchange of atEnd) told.set(exchange.id, exchange);
  return told.values();
}

const inOrder = (exchanges: Iterable<Exchange>): readonly Exchange[] =>
  [...exchanges].sort((a, b) => a.startedAt - b.startedAt);
