import { Assembler, type Exchange, judge } from '../exchange/index.ts';
import { DebuggerDecoder } from './debugger.ts';

/** One raw event: session, method, parameters. */
export type Raw = readonly [session: string, method: string, params: Readonly<Record<string, unknown>>];

/** Raw events of a real Chromium, as `scripts/import-cdp.mjs` kept them. */
export function rawEvents(text: string): readonly Raw[] {
  const { events }: { events: readonly Raw[] } = JSON.parse(text);
  return events;
}

/** The exchanges that the events make, by id, as they were told last. */
export function exchangesOf(events: readonly Raw[]): ReadonlyMap<string, Exchange> {
  const decoder = new DebuggerDecoder();
  const assembler = new Assembler({ source: 'debugger', browser: 'chromium' });
  const exchanges = new Map<string, Exchange>();
  for (const event of events)
    for (const wire of decoder.event(...event))
      for (const exchange of assembler.push(wire)) exchanges.set(exchange.id, exchange);
  return exchanges;
}

/** What a user sees of an exchange: its verdict in one line. */
export function lineOf(exchange: Exchange): string {
  const { verdict, preflight } = judge(exchange);
  return [verdict.outcome, verdict.code, verdict.basis, preflight].filter((each) => each !== null).join(' ');
}
