import type { SessionState } from '../../session/index.ts';
import type { PanelModel } from '../model/model.ts';
import { ColumnButton } from './column-menu.tsx';
import { useCalm } from './use-calm.ts';

const captureWords = { standard: 'Standard', deep: 'Deep' } as const;

function CaptureText({ model: { mirror, connected } }: { readonly model: PanelModel }) {
  if (!connected.value) return 'Connecting…';
  const { capture, recording, deep } = mirror.value.state;
  if (deep === 'starting') return 'Starting deep capture…';
  if (capture === 'none') return 'No live capture';
  return (
    <>
      {captureWords[capture]}
      <span class="unit"> capture</span>
      {!recording && ' · paused'}
    </>
  );
}

function captureTitle({ capture, deep }: SessionState): string {
  if (capture === 'none') return 'A file is shown; nothing is captured here.';
  if (capture === 'deep') return 'Captured through the browser’s debugger.';
  return deep === 'unavailable'
    ? 'Captured through webRequest. This browser gives extensions no debugger, so there is no deep capture.'
    : 'Captured through webRequest. Deep capture would add the browser’s own reason code, exact pairing and call stacks.';
}

export function StatusBar({ model }: { readonly model: PanelModel }) {
  const { all, blocked, risky } = model.filtering.counts.value;
  return (
    <footer class="status-bar" data-testid="status-bar">
      <span>
        {model.shown.value.length} / {all}
        <span class="unit"> exchanges</span>
      </span>
      <span class={blocked > 0 ? 'bad' : ''}>{blocked} blocked</span>
      <span class={risky > 0 ? 'warn' : ''}>{risky} risky</span>
      <Spoken text={`${model.shown.value.length} of ${all} exchanges, ${blocked} blocked, ${risky} risky`} />
      <Disagreements model={model} />
      <span class="capture" data-testid="capture" title={captureTitle(model.mirror.value.state)}>
        <CaptureText model={model} />
      </span>
      {all > 0 && <ColumnButton model={model} />}
    </footer>
  );
}

/** What the bar counts, for those who hear it: only once it stands still, or traffic would never let anyone else speak. */
function Spoken({ text }: { readonly text: string }) {
  const calm = useCalm(text);
  return (
    <span class="offscreen" role="status" aria-live="polite" data-testid="counts">
      {calm}
    </span>
  );
}

/** Silent where the browser and we agree. */
function Disagreements({ model }: { readonly model: PanelModel }) {
  const found = model.disagreements.value;
  const [first] = found;
  if (first === undefined) return null;
  return (
    <button
      type="button"
      class="link bad"
      data-testid="disagreements"
      onClick={() => {
        model.filtering.show('is:disagreement');
        model.open(first.exchange.id);
      }}
    >
      {found.length} {found.length === 1 ? 'disagreement' : 'disagreements'} with the browser
    </button>
  );
}
