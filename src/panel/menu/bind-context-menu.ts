import type { PanelModel } from '../model/model.ts';

/** Where a menu opens from the keyboard: a little within the row. */
const inset = { x: 24, y: 4 };

/**
 * Opens the copy menu on rows of the list: by the other mouse button, and by Shift+F10 or the menu key on the row with the
 * grid's cursor. Rows are found by `data-id`. Returns the function that stops it.
 */
export function bindContextMenu(root: HTMLElement, model: PanelModel): () => void {
  const onContextMenu = (event: MouseEvent): void => {
    const row = rowOf(event.target);
    const list = listOf(event.target);
    // The menu key is told twice: as a key, and then as this on the whole grid.
    if (list !== null && row === null && model.copying.menu.value !== null) event.preventDefault();
    if (row?.dataset.id === undefined || list === null) return;
    event.preventDefault();
    model.selectedId.value = row.dataset.id;
    model.copying.open({
      id: row.dataset.id,
      at: { x: event.clientX, y: event.clientY },
      returnTo: list,
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    const list = listOf(event.target);
    const id = model.selectedId.value;
    if (list === null || id === null) return;
    event.preventDefault();
    const row = [...list.querySelectorAll<HTMLElement>('[data-id]')].find((each) => each.dataset.id === id);
    const { left, top, bottom } = (row ?? list).getBoundingClientRect();
    const y = row === undefined ? top + inset.y : bottom;
    model.copying.open({ id, at: { x: left + inset.x, y }, returnTo: list });
  };
  root.addEventListener('contextmenu', onContextMenu);
  root.addEventListener('keydown', onKeyDown);
  return () => {
    root.removeEventListener('contextmenu', onContextMenu);
    root.removeEventListener('keydown', onKeyDown);
  };
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;

const listOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-testid="list"]') : null;
