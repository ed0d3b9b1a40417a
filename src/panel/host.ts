export type Theme = 'light' | 'dark' | 'auto';

/** What the panel needs of the place in which it runs: a DevTools panel, or an ordinary page. */
export interface PanelHost {
  readonly theme: Theme;
  onThemeChange(listener: (theme: Theme) => void): void;
  /** Rejects where the clipboard refuses; the panel says so. */
  copy(text: string): Promise<void>;
  /** Asks the user for access to all sites, in the course of a click; absent where this page cannot. */
  readonly askAccess?: () => void;
  /** Shows a line of a script in Sources; line and column from 1. Absent where the browser cannot. */
  readonly openResource?: (url: string, line: number, column: number) => void;
  /** Opens the browser's own Network panel with that text in its filter. Absent where the browser cannot. */
  readonly showInNetwork?: (filter: string) => void;
  /** Opens this panel as an ordinary page, for files; absent where it is one. */
  readonly openPage?: () => void;
  /** Whether the user has read what deep capture does. */
  readonly explained: { get(): boolean; set(): void };
  /** The language in which the user wants handlers, as a fix's `target`; null before a choice. */
  readonly handlerTarget: { get(): string | null; set(target: string): void };
  /** Text in several pieces may be longer than one string can be. */
  save(fileName: string, text: string | readonly Blob[], mime: string): void;
  /** What the user chose before, by key: JSON values, which another version may have written. */
  readonly settings: Settings;
}

export interface Settings {
  /** Undefined where nothing was kept. */
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}
