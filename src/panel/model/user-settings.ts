import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  firstPreferences,
  type Preferences,
  preferencesName,
  readPreferences,
  type SessionCommand,
} from '../../session/index.ts';
import type { Settings, Theme } from '../host.ts';
import { includesCredentials, setIncludesCredentials } from './redaction.ts';

/** `follow`: DevTools' own, or the system's where the panel is an ordinary page. */
export type ThemeChoice = 'follow' | 'light' | 'dark';

export const themeChoices: readonly ThemeChoice[] = ['follow', 'light', 'dark'];

const themeName = 'theme';

/** What the user set for good, and the popover in which that is done. */
export interface UserSettings {
  readonly open: Signal<boolean>;
  readonly theme: ReadonlySignal<ThemeChoice>;
  readonly preferences: ReadonlySignal<Preferences>;
  /** Exports and copies begin with credentials included. */
  readonly credentials: ReadonlySignal<boolean>;
  /** Opens the popover, with what another panel may have set meanwhile, or closes it. */
  toggle(): void;
  setTheme(theme: ThemeChoice): void;
  /** Holds for this capture too, but for how the next one begins. */
  prefer(change: Partial<Preferences>): void;
  setCredentials(included: boolean): void;
  reset(): void;
}

/** The theme in which the panel is drawn. */
export const themeFor = (choice: ThemeChoice, host: Theme): Theme => (choice === 'follow' ? host : choice);

function readTheme(kept: unknown): ThemeChoice {
  return themeChoices.find((choice) => choice === kept) ?? 'follow';
}

export function createUserSettings(
  settings: Settings,
  send: (command: SessionCommand) => void,
): UserSettings {
  const open = signal(false);
  const theme = signal(readTheme(settings.get(themeName)));
  const preferences = signal(readPreferences(settings.get(preferencesName)));
  const credentials = signal(includesCredentials(settings));
  const read = (): void =>
    batch(() => {
      theme.value = readTheme(settings.get(themeName));
      preferences.value = readPreferences(settings.get(preferencesName));
      credentials.value = includesCredentials(settings);
    });
  const setTheme = (choice: ThemeChoice): void => {
    theme.value = choice;
    settings.set(themeName, choice);
  };
  const prefer = (change: Partial<Preferences>): void => {
    // Not what this panel knew: another may have set the rest meanwhile.
    const before = readPreferences(settings.get(preferencesName));
    preferences.value = { ...before, ...change };
    settings.set(preferencesName, preferences.value);
    if (change.limit !== undefined) send({ type: 'limit', exchanges: change.limit });
    if (change.keepLog !== undefined) send({ type: 'keep-log', on: change.keepLog });
  };
  const setCredentials = (included: boolean): void => {
    credentials.value = included;
    setIncludesCredentials(settings, included);
  };
  return {
    open,
    theme,
    preferences,
    credentials,
    toggle() {
      if (!open.value) read();
      open.value = !open.value;
    },
    setTheme,
    prefer,
    setCredentials,
    reset: () =>
      batch(() => {
        setTheme('follow');
        prefer(firstPreferences);
        setCredentials(false);
      }),
  };
}
