import { FilterBar } from '../filter/filter-bar.tsx';
import type { PanelModel } from '../model/model.ts';
import { DeepSwitch } from './deep-switch.tsx';
import { ExportMenu } from './export-menu.tsx';
import { captureFiles, FileButton } from './file-button.tsx';
import { Icon } from './icon.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { useRoving } from './use-roving.ts';

export function Toolbar({ model }: { readonly model: PanelModel }) {
  const { recording, keepLog, capture } = model.mirror.value.state;
  // A page for files has nothing to record.
  const live = capture !== 'none';
  const roving = useRoving<HTMLDivElement>();
  const recordLabel = recording ? 'Stop recording (Ctrl+E)' : 'Record (Ctrl+E)';
  return (
    <div class="toolbar" role="toolbar" aria-label="Capture and files" {...roving}>
      {live && (
        <button
          type="button"
          class="tool"
          data-testid="record"
          aria-pressed={recording}
          aria-label={recordLabel}
          title={recordLabel}
          onClick={() => model.send({ type: 'record', on: !recording })}
        >
          <Icon name="record" tone={recording ? 'recording' : ''} />
        </button>
      )}
      <button
        type="button"
        class="tool"
        data-testid="clear"
        aria-label="Clear (Ctrl+L)"
        title="Clear (Ctrl+L)"
        onClick={() => model.send({ type: 'clear' })}
      >
        <Icon name="clear" />
      </button>
      {live && (
        <>
          <span class="separator" />
          <label class="switch">
            <input
              type="checkbox"
              data-testid="keep-log"
              checked={keepLog}
              onChange={(event) => model.userSettings.prefer({ keepLog: event.currentTarget.checked })}
            />
            Keep log
          </label>
        </>
      )}
      <DeepSwitch model={model} />
      <div class="files">
        <button
          type="button"
          class="tool"
          data-testid="view-apis"
          aria-pressed={model.view.value === 'apis'}
          aria-label="APIs: routes and policies"
          title="APIs: routes and policies"
          onClick={() => {
            model.view.value = model.view.value === 'apis' ? 'list' : 'apis';
          }}
        >
          <Icon name="table" />
        </button>
        <button
          type="button"
          class="tool"
          data-testid="configure-by-hand"
          aria-pressed={model.configuring.byHand.value}
          aria-label="Configure CORS by hand"
          title="Configure CORS by hand"
          onClick={() => {
            model.configuring.byHand.value = !model.configuring.byHand.value;
          }}
        >
          <Icon name="sliders" />
        </button>
        <FileButton
          model={model}
          id="open-template"
          input="template-file"
          label="Open template…"
          icon="template"
          accept=".yaml,.yml,.json,.template"
        />
        <FileButton
          model={model}
          id="import-har"
          input="har-file"
          label="Import HAR or report"
          icon="import"
          accept={captureFiles}
        />
        <ExportMenu model={model} />
        <SettingsMenu model={model} />
      </div>
      <FilterBar model={model} />
    </div>
  );
}
