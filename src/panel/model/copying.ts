import { type Signal, signal } from '@preact/signals';
import type { HeaderLine } from '../../cors/index.ts';
import type { Diagnosed, Finding } from '../../diagnosis/index.ts';
import type { CopyForm } from '../../report/index.ts';
import type { Settings } from '../host.ts';
import type { MenuPlace } from '../menu/entry.ts';
import { reportPieces } from './export.ts';
import type { PanelModel } from './model.ts';
import { includesCredentials } from './redaction.ts';

export interface OpenMenu {
  /** The exchange that it is about. */
  readonly id: string;
  readonly at: MenuPlace;
  /** What gets the focus when it closes. */
  readonly returnTo: HTMLElement | null;
  /** The button that opened it, if one did. */
  readonly opener?: HTMLElement;
}

/** The menu of what an exchange and the list can be copied as. */
export interface Copying {
  readonly menu: Signal<OpenMenu | null>;
  /** Credentials go along; asked for anew each time the menu opens, unless the settings say so. */
  readonly unredacted: Signal<boolean>;
  open(menu: OpenMenu): void;
  /** False where none was open. */
  close(): boolean;
}

export function createCopying(settings: Settings): Copying {
  const menu = signal<OpenMenu | null>(null);
  const unredacted = signal(false);
  return {
    menu,
    unredacted,
    open(opened) {
      unredacted.value = includesCredentials(settings);
      menu.value = opened;
      // At hand by the time an item is chosen.
      void import('./copy-work.ts');
    },
    close() {
      const open = menu.value;
      menu.value = null;
      open?.returnTo?.focus();
      return open !== null;
    },
  };
}

/** Puts the exchanges on the clipboard in that form, and says what came of it. */
export async function copyExchanges(
  model: PanelModel,
  exchanges: readonly Diagnosed[],
  form: CopyForm,
  what: string,
): Promise<void> {
  const open = model.copying.unredacted.value;
  const capture = model.all.value;
  await copyMade(model, what, async () => {
    const { copyText, learned, openRedactor } = await import('./copy-work.ts');
    return copyText(exchanges, form, open ? openRedactor : await learned(capture));
  });
}

/** The exchanges listed as a HAR. */
export async function copyHar(model: PanelModel): Promise<void> {
  const choice = { format: 'har', redact: !model.copying.unredacted.value, listed: true } as const;
  await copyMade(model, 'all as HAR', async () =>
    (await reportPieces(model, choice, (text) => text)).join(''),
  );
}

export async function copyFinding(model: PanelModel, diagnosed: Diagnosed, finding: Finding): Promise<void> {
  const capture = model.all.value;
  await copyMade(model, 'finding as Markdown', async () => {
    const { findingCopy, learned } = await import('./copy-work.ts');
    return findingCopy(diagnosed, finding, await learned(capture));
  });
}

/** One header as it stands on the wire, and as the user sees it: nothing is taken out. */
export async function copyHeader(model: PanelModel, [name, value]: HeaderLine): Promise<void> {
  await copyMade(model, 'header', async () => `${name}: ${value}`);
}

async function copyMade(model: PanelModel, what: string, make: () => Promise<string | null>): Promise<void> {
  try {
    const text = await make();
    if (text !== null) await model.host.copy(text);
    model.announcement.value = text === null ? `There is no ${what} to copy` : `Copied ${what}`;
  } catch {
    model.announcement.value = 'Copy failed';
  }
}
