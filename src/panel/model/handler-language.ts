import type { PanelModel } from './model.ts';

/** Shows handlers in the language of a fix's `target` from now on, and when the panel opens again. */
export function chooseLanguage(model: PanelModel, target: string): void {
  model.handlerTarget.value = target;
  model.host.handlerTarget.set(target);
}

/** Brings the writers of handlers, which most users never need: they are not in the panel's first JavaScript. */
export async function loadLanguages(model: PanelModel): Promise<void> {
  if (model.writeHandler.value !== null) return;
  try {
    const { writeHandler } = await import('../../fix/index.ts');
    model.writeHandler.value = writeHandler;
  } catch {
    model.announcement.value = 'The other languages could not be loaded';
    model.handlerTarget.value = null;
  }
}
