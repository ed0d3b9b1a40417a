import { useSignal } from '@preact/signals';
import { type ExportFormat, exportReport } from '../model/export.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';

const formats: readonly (readonly [ExportFormat, string])[] = [
  ['json', 'JSON report'],
  ['markdown', 'Markdown report'],
];

export function ExportMenu({ model }: { readonly model: PanelModel }) {
  const open = model.exportOpen.value;
  return (
    <div class="export">
      <button
        type="button"
        class="tool"
        data-testid="export"
        aria-label="Export report"
        title="Export report"
        aria-expanded={open}
        onClick={() => {
          model.exportOpen.value = !open;
        }}
      >
        <Icon name="export" />
      </button>
      {open && <ExportPopup model={model} />}
    </div>
  );
}

/** Lives while the menu is open, so that opting out of redaction holds for one export only. */
function ExportPopup({ model }: { readonly model: PanelModel }) {
  const unredacted = useSignal(false);
  return (
    <fieldset class="popup" aria-label="Export report">
      {formats.map(([format, label]) => (
        <button
          key={format}
          type="button"
          class="item"
          data-testid={`export-${format}`}
          disabled={model.all.value.length === 0}
          onClick={() => {
            exportReport(model, format, !unredacted.value);
            model.exportOpen.value = false;
          }}
        >
          {label}
        </button>
      ))}
      <label class="unredacted">
        <input
          type="checkbox"
          data-testid="export-unredacted"
          checked={unredacted.value}
          onChange={(event) => {
            unredacted.value = event.currentTarget.checked;
          }}
        />
        Include credentials and tokens
      </label>
      <p class={unredacted.value ? 'note warn' : 'note dim'}>
        {unredacted.value
          ? 'Whoever reads the file can use what is in it.'
          : 'Authorization, cookies, keys and tokens are redacted.'}
      </p>
    </fieldset>
  );
}
