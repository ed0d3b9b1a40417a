import type { PanelModel } from './model.ts';

/** The Network panel's own keys. Returns the function that unbinds them. */
export function bindShortcuts(document: Document, model: PanelModel): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!run(event, document, model)) return;
    event.preventDefault();
    // DevTools listens in panels, too: Escape would also open its drawer, which takes the focus.
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKeyDown, true);
  return () => document.removeEventListener('keydown', onKeyDown, true);
}

function run(event: KeyboardEvent, document: Document, model: PanelModel): boolean {
  const key = event.key.toLowerCase();
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command && key === 'e') {
    model.send({ type: 'record', on: !model.mirror.value.state.recording });
    return true;
  }
  if ((event.ctrlKey && key === 'l') || (event.metaKey && key === 'k')) {
    model.send({ type: 'clear' });
    return true;
  }
  if (command && key === 'f') {
    const filter = document.querySelector<HTMLInputElement>('[data-testid="filter"]');
    filter?.focus();
    filter?.select();
    return true;
  }
  if (key !== 'escape') return false;
  if (model.copying.close()) return true;
  if (model.filtering.completion.close()) return true;
  if (model.exportOpen.value) {
    model.exportOpen.value = false;
    document.querySelector<HTMLElement>('[data-testid="export"]')?.focus();
    return true;
  }
  if (model.userSettings.open.value) {
    model.userSettings.open.value = false;
    document.querySelector<HTMLElement>('[data-testid="settings"]')?.focus();
    return true;
  }
  if (model.explaining.value) {
    model.explaining.value = false;
    document.querySelector<HTMLElement>('[data-testid="explain-deep"]')?.focus();
    return true;
  }
  if (model.configuring.byHand.value) {
    model.configuring.byHand.value = false;
    document.querySelector<HTMLElement>('[data-testid="configure-by-hand"]')?.focus();
    return true;
  }
  if (!model.detailOpen.value) return false;
  model.closeDetail();
  document.querySelector<HTMLElement>('[data-testid="list"]')?.focus();
  return true;
}
