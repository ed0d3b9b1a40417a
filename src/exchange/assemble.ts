import { Assembler } from './assembler.ts';
import type { CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { unlimited } from './known-tracks.ts';
import type { WireEvent } from './wire-event.ts';

/** All exchanges of a finished capture, in order of time. */
export function assemble(events: readonly WireEvent[], capture: CaptureOf): readonly Exchange[] {
  const assembler = new Assembler(capture, unlimited);
  const byId = new Map<string, Exchange>();
  for (const event of events) {
    for (const exchange of assembler.push(event)) byId.set(exchange.id, exchange);
  }
  for (const exchange of assembler.end()) byId.set(exchange.id, exchange);
  return [...byId.values()].sort((a, b) => a.startedAt - b.startedAt);
}
