import { type Beginning, beginnings, limits } from '../../session/index.ts';
import type { PanelModel } from '../model/model.ts';
import { type ThemeChoice, themeChoices } from '../model/user-settings.ts';
import { ChoiceRow } from './choice-row.tsx';

const beginningWords: Readonly<Record<Beginning, string>> = {
  'as-left': 'As it was left',
  standard: 'Standard capture',
  deep: 'Deep capture',
};

/** What holds beyond this DevTools window. Everything takes effect at once. */
export function SettingsPopup({ model }: { readonly model: PanelModel }) {
  const { theme, preferences, credentials, setTheme, prefer, setCredentials, reset } = model.userSettings;
  const { capture, deep } = model.mirror.value.state;
  // A page for files captures nothing, and shows them whole.
  const live = capture !== 'none';
  const themeWords: Readonly<Record<ThemeChoice, string>> = {
    follow: live ? 'As DevTools' : 'As the system',
    light: 'Light',
    dark: 'Dark',
  };
  return (
    <fieldset class="popup settings" aria-label="Settings" data-testid="settings-popup">
      <ChoiceRow
        id="setting-theme"
        label="Theme"
        choices={themeChoices.map((choice) => [choice, themeWords[choice]])}
        value={theme.value}
        choose={setTheme}
      />
      {live && (
        <ChoiceRow
          id="setting-limit"
          label="Requests kept"
          choices={limits.map((limit) => [limit, `Latest ${limit.toLocaleString('en')}`])}
          value={preferences.value.limit}
          choose={(limit) => prefer({ limit })}
        />
      )}
      {live && deep !== 'unavailable' && (
        <ChoiceRow
          id="setting-begins"
          label="Start with"
          title="How capture starts when DevTools opens"
          choices={beginnings.map((begins) => [begins, beginningWords[begins]])}
          value={preferences.value.begins}
          choose={(begins) => prefer({ begins })}
        />
      )}
      {preferences.value.begins === 'deep' && live && (
        <p class="note dim">The browser then shows a bar that says that it is being debugged.</p>
      )}
      <label class="unredacted">
        <input
          type="checkbox"
          data-testid="setting-credentials"
          checked={credentials.value}
          onChange={(event) => setCredentials(event.currentTarget.checked)}
        />
        Include credentials and tokens in exports and copies
      </label>
      <p class={credentials.value ? 'note warn' : 'note dim'}>
        {credentials.value
          ? 'Every export and copy begins with them: whoever gets one can use what is in it.'
          : 'They are replaced by REDACTED, unless you ask for them in an export or a copy.'}
      </p>
      <button type="button" class="link" data-testid="reset-settings" onClick={reset}>
        Reset to defaults
      </button>
    </fieldset>
  );
}
