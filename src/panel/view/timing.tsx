import type { Diagnosed } from '../../diagnosis/index.ts';
import { duration, type Span, timingOf } from '../model/timing.ts';

/** No reader looks at more; a chain of redirects ends at 20. */
const mostSpans = 50;

/** When it was called and how long each message took, as far as the capture tells. */
export function Timing({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { startedAt, spans, total } = timingOf(diagnosed);
  const whole = spans.reduce((most, { from, to }) => Math.max(most, to ?? from ?? 0), 0);
  const started = new Date(startedAt);
  const known = Number.isFinite(started.getTime());
  return (
    <section class="timing" data-testid="timing" aria-label="Timing">
      <h2>Timing</h2>
      <table>
        <thead class="offscreen">
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Took</th>
            <th scope="col">On the time line</th>
          </tr>
        </thead>
        <tbody>
          {spans.slice(0, mostSpans).map((span) => (
            <tr key={span.what} data-testid="span">
              <th scope="row">{span.what}</th>
              <td>{tookOf(span)}</td>
              <td>
                <Bar span={span} whole={whole} />
                {span.note !== null && <span class="dim">{span.note}</span>}
              </td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">Total</th>
            <td>{duration(total)}</td>
            <td class="dim">
              {known ? (
                <time dateTime={started.toISOString()} title={started.toISOString()}>
                  called at {started.toLocaleTimeString(undefined, { hour12: false })}
                </time>
              ) : (
                'when it was called is not known'
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function tookOf({ from, to }: Span): string {
  return duration(from === null || to === null ? null : to - from);
}

function Bar({ span: { from, to }, whole }: { readonly span: Span; readonly whole: number }) {
  if (from === null || to === null || whole === 0 || to === from) return null;
  const scale = 100 / whole;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x={from * scale} y="1" width={Math.max(0.5, (to - from) * scale)} height="6" />
    </svg>
  );
}
