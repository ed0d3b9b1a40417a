import { storeKey } from '../session/index.ts';
import type { PanelHost } from './host.ts';

/** Lets the browser save `text` as a file. */
export function saveFile(fileName: string, text: string | readonly Blob[], mime: string): void {
  const url = URL.createObjectURL(new Blob(typeof text === 'string' ? [text] : [...text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own reference by the next task; the URL would otherwise live as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Puts `text` on the clipboard. DevTools panels may lack the async clipboard's permission, so the older way stands behind it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'offscreen';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error('The clipboard refused the text.');
}

/** A value kept by the page's origin. A store that refuses only means that it is asked for again. */
function stored(key: string): { get(): string | null; set(value: string): void } {
  return {
    get() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // Not remembered.
      }
    },
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const explained = stored('deep capture explained');

/** What the panel remembers of its user's choices. */
export const storedChoices: Pick<PanelHost, 'explained' | 'handlerTarget' | 'settings'> = {
  explained: { get: () => explained.get() !== null, set: () => explained.set('yes') },
  handlerTarget: stored('handler language'),
  settings: {
    get: (key) => parsed(stored(storeKey(key)).get()),
    set: (key, value) => stored(storeKey(key)).set(JSON.stringify(value)),
  },
};

/** The panel as an ordinary page: the theme follows the system. */
export const pageHost: PanelHost = {
  theme: 'auto',
  onThemeChange() {},
  copy: copyText,
  save: saveFile,
  ...storedChoices,
};
