import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged } from '../../exchange/index.ts';

/** One message with its answer on the exchange's own time line, in milliseconds from its start. */
export interface Span {
  readonly what: string;
  /** Null where no request went out. */
  readonly from: number | null;
  /** Null where the source tells no end. */
  readonly to: number | null;
  /** Where the bar alone would mislead. */
  readonly note: string | null;
}

export interface Timing {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly spans: readonly Span[];
  /** Milliseconds from the first request to the last answer; null where an end is not known. */
  readonly total: number | null;
}

/** What the source's clock tells of an exchange. Clocks of strangers may run backwards: nothing takes less than no time. */
export function timingOf({ exchange, judgement }: Diagnosed): Timing {
  const { hops } = exchange;
  const starts = hops
    .flatMap(({ preflight, actual }) => [preflight, actual])
    .flatMap((each) => each?.startedAt ?? []);
  const startedAt = starts.reduce((first, each) => Math.min(first, each), starts[0] ?? exchange.startedAt);
  const since = (time: number): number => Math.max(0, time - startedAt);
  const span = (what: string, exchanged: Exchanged): Span => ({
    what,
    from: since(exchanged.startedAt),
    to: exchanged.endedAt === null ? null : Math.max(since(exchanged.startedAt), since(exchanged.endedAt)),
    note:
      exchanged.endedAt !== null
        ? exchanged.response?.fromCache === true
          ? 'from the HTTP cache'
          : null
        : exchange.state === 'pending' && !exchange.unfinished
          ? 'under way'
          : 'its end was not told',
  });
  const spans: Span[] = [];
  for (const [index, { preflight, actual }] of hops.entries()) {
    const suffix = hops.length > 1 ? ` ${index + 1}` : '';
    if (preflight !== null) spans.push(span(`Preflight${suffix}`, preflight));
    else if (index === 0 && judgement.preflight === 'cached')
      spans.push({ what: `Preflight${suffix}`, from: 0, to: 0, note: 'from the preflight cache' });
    if (actual !== null)
      spans.push(span(`${index === hops.length - 1 ? 'Actual' : 'Redirect'}${suffix}`, actual));
  }
  const ends = spans.map(({ to }) => to);
  const last = ends.reduce<number | null>(
    (most, to) => (most === null || to === null ? null : Math.max(most, to)),
    0,
  );
  return { startedAt, spans, total: spans.length === 0 ? null : last };
}

/** `12.3 ms`, `1.2 s`: no more digits than a source's clock is good for. */
export function duration(milliseconds: number | null): string {
  if (milliseconds === null) return 'unknown';
  if (milliseconds === 0) return '0 ms';
  if (milliseconds < 1) return 'under 1 ms';
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
