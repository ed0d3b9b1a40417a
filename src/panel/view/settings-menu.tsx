import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';
import { SettingsPopup } from './settings-popup.tsx';
import { usePopup } from './use-popup.ts';

export function SettingsMenu({ model }: { readonly model: PanelModel }) {
  const { open, toggle } = model.userSettings;
  const whole = usePopup(open);
  return (
    <div ref={whole}>
      <button
        type="button"
        class="tool"
        data-testid="settings"
        aria-label="Settings"
        title="Settings"
        aria-expanded={open.value}
        onClick={toggle}
      >
        <Icon name="gear" />
      </button>
      {open.value && <SettingsPopup model={model} />}
    </div>
  );
}
