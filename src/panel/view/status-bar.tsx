import type { PanelModel } from '../model/model.ts';

const captureWords = { standard: 'Standard capture', deep: 'Deep capture', none: 'No live capture' } as const;

function captureText({ mirror, connected }: PanelModel): string {
  if (!connected.value) return 'Connecting…';
  const { capture, recording } = mirror.value.state;
  return recording || capture === 'none' ? captureWords[capture] : `${captureWords[capture]} · paused`;
}

export function StatusBar({ model }: { readonly model: PanelModel }) {
  const { all, blocked, risky } = model.counts.value;
  return (
    <footer class="status-bar" data-testid="status-bar">
      <span>
        {model.shown.value.length} / {all} exchanges
      </span>
      <span class={blocked > 0 ? 'bad' : ''}>{blocked} blocked</span>
      <span class={risky > 0 ? 'warn' : ''}>{risky} risky</span>
      <span class="capture">{captureText(model)}</span>
    </footer>
  );
}
