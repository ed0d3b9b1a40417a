import type { SessionEvent } from './messages.ts';

/** Exchanges per message: ports refuse messages beyond 64 MiB, and a view can paint the first while the rest arrives. */
const perMessage = 2_000;

/**
 * Splits a large event into several that come to the same: the first keeps its type, the rest are `changed`, and the
 * APIs go with the last, when all exchanges that they name are there.
 */
export function* chunks(event: SessionEvent): Generator<SessionEvent> {
  if (event.type === 'state' || event.exchanges.length <= perMessage) {
    yield event;
    return;
  }
  const { exchanges, apis } = event;
  yield { ...event, exchanges: exchanges.slice(0, perMessage), apis: [] };
  for (let start = perMessage; start < exchanges.length; start += perMessage) {
    const isLast = start + perMessage >= exchanges.length;
    yield {
      type: 'changed',
      exchanges: exchanges.slice(start, start + perMessage),
      apis: isLast ? apis : [],
    };
  }
}
