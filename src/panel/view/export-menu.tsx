import { useSignal } from '@preact/signals';
import type { FileFormat } from '../../report/index.ts';
import { exportReport } from '../model/export.ts';
import type { PanelModel } from '../model/model.ts';
import { includesCredentials } from '../model/redaction.ts';
import { Icon } from './icon.tsx';
import { usePopup } from './use-popup.ts';

const formats: readonly (readonly [FileFormat, string, string])[] = [
  ['html', 'HTML report', 'to read and to print'],
  ['markdown', 'Markdown report', 'for a ticket'],
  ['json', 'JSON report', 'opens here again'],
  ['har', 'HAR', 'opens here and in DevTools'],
];

export function ExportMenu({ model }: { readonly model: PanelModel }) {
  const open = model.exportOpen.value;
  const whole = usePopup(model.exportOpen);
  const writing = model.exporting.value;
  return (
    <div ref={whole}>
      <button
        type="button"
        class={writing === null ? 'tool' : 'tool busy'}
        data-testid="export"
        aria-label="Export"
        title={writing === null ? 'Export' : `Writing ${writing}…`}
        aria-expanded={open}
        onClick={() => {
          model.exportOpen.value = !open;
          // At hand by the time a format is chosen.
          if (!open) void import('../model/export-work.ts');
        }}
      >
        <Icon name="export" />
      </button>
      {open && <ExportPopup model={model} />}
    </div>
  );
}

/** Lives while the menu is open, so that opting out of redaction holds for one export only, unless the settings say more. */
function ExportPopup({ model }: { readonly model: PanelModel }) {
  const unredacted = useSignal(includesCredentials(model.host.settings));
  const all = model.all.value.length;
  const shown = model.shown.value.length;
  const isPart = shown < all;
  const listed = useSignal(isPart);
  const nothing = (isPart && listed.value ? shown : all) === 0;
  return (
    <fieldset class="popup" aria-label="Export">
      {isPart && (
        <div class="scope" role="radiogroup" aria-label="Which requests">
          {([false, true] as const).map((part) => (
            <label key={String(part)}>
              <input
                type="radio"
                name="export-scope"
                data-testid={part ? 'export-listed' : 'export-all'}
                checked={listed.value === part}
                onChange={() => {
                  listed.value = part;
                }}
              />
              {part ? `Listed (${shown.toLocaleString('en')})` : `All (${all.toLocaleString('en')})`}
            </label>
          ))}
        </div>
      )}
      {formats.map(([format, label, use]) => (
        <button
          key={format}
          type="button"
          class="item"
          data-testid={`export-${format}`}
          disabled={nothing || model.exporting.value !== null}
          onClick={() => {
            void exportReport(model, { format, redact: !unredacted.value, listed: isPart && listed.value });
            model.exportOpen.value = false;
          }}
        >
          {label} <span class="dim">{use}</span>
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
          : 'Authorization, cookies, keys, tokens and signatures are replaced by REDACTED. Bodies are in no file.'}
      </p>
      {model.host.openPage && (
        <button
          type="button"
          class="link"
          data-testid="open-page"
          onClick={() => {
            model.exportOpen.value = false;
            model.host.openPage?.();
          }}
        >
          Open the viewer in a tab
        </button>
      )}
    </fieldset>
  );
}
