import type { CallFrame } from '../../exchange/index.ts';
import type { PanelHost } from '../host.ts';
import { Value } from './value.tsx';
import type { ViewProps } from './view-props.ts';

/** Frames shown before the rest is folded away, and frames shown at all. */
const few = 4;
const most = 100;

/** Where the page's script made the call: the innermost frame, and the others on demand. */
export function CallStack({ model, diagnosed }: ViewProps) {
  const { call } = diagnosed.exchange;
  const [first, ...others] = call.slice(0, most);
  if (first === undefined) return null;
  const { host } = model;
  const shown = others.slice(0, few - 1);
  const folded = others.slice(few - 1);
  return (
    <section class="call" data-testid="call" aria-label="Call stack">
      <div>
        Called from <Frame frame={first} host={host} />
      </div>
      {shown.length > 0 && <Frames frames={shown} host={host} />}
      {folded.length > 0 && (
        <details>
          <summary class="more">
            {folded.length} more {folded.length === 1 ? 'frame' : 'frames'}
          </summary>
          <Frames frames={folded} host={host} />
        </details>
      )}
    </section>
  );
}

function Frames({ frames, host }: { readonly frames: readonly CallFrame[]; readonly host: PanelHost }) {
  return (
    <ol>
      {frames.map((frame, at) => (
        <li key={`${at} ${frame.url}`}>
          <Frame frame={frame} host={host} />
        </li>
      ))}
    </ol>
  );
}

/** One frame, which opens in Sources where the browser can. */
export function Frame({ frame, host }: { readonly frame: CallFrame; readonly host: PanelHost }) {
  const place = `${fileOf(frame.url)}:${frame.line}`;
  const title = `${frame.url}:${frame.line}:${frame.column}`;
  const open = host.openResource;
  return (
    <>
      {open === undefined || frame.url === '' ? (
        <span data-testid="frame" title={title}>
          <Value text={place} tone="mono" />
        </span>
      ) : (
        <button
          type="button"
          class="link"
          data-testid="frame"
          title={`${title} (opens Sources)`}
          onClick={() => open(frame.url, frame.line, frame.column)}
        >
          <Value text={place} tone="mono" />
        </button>
      )}
      {frame.functionName !== '' && (
        <span class="dim">
          {' '}
          in <Value text={frame.functionName} tone="mono" />
        </span>
      )}
    </>
  );
}

/** The last part of the path, as DevTools writes it; a page's own address where that is all. */
function fileOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name !== '') return name.slice(0, 80);
  return path === '' ? '(anonymous)' : path.replace(/^https?:\/\//, '').slice(0, 80);
}
