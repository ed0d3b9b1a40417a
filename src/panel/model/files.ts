import type { SessionCommand } from '../../session/index.ts';
import type { PanelModel } from './model.ts';

/** What a file is sent to the session as: told by its name, and where that could be either by what it holds. */
export function commandFor(name: string, text: string): SessionCommand {
  return { type: isTemplate(name, text) ? 'load-template' : 'import-file', name, text };
}

/** How far a JSON text is looked into; both kinds show what they are near the start. */
const looked = 200_000;

function isTemplate(name: string, text: string): boolean {
  if (/\.(?:ya?ml|template)$/i.test(name)) return true;
  if (/\.har$/i.test(name)) return false;
  const start = text.slice(0, looked);
  if (/^\s*\{\s*"schema"\s*:\s*"cors-inspector\/report\//.test(start)) return false;
  return /"Resources"\s*:/.test(start) && !/^\s*\{\s*"log"\s*:/.test(start);
}

/** Reads a file that the user chose or dropped, and sends it to the session; one that cannot be read is announced. */
export async function takeFile(model: PanelModel, file: File): Promise<void> {
  try {
    model.send(commandFor(file.name, await file.text()));
  } catch {
    model.announcement.value = `${file.name} could not be read.`;
  }
}

/** Takes files that are dropped anywhere on the panel. Returns the function that stops it. */
export function bindDrop(root: HTMLElement, model: PanelModel): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    root.dataset.dropping = 'true';
  };
  const end = (): void => {
    delete root.dataset.dropping;
  };
  const leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) end();
  };
  const drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    end();
    if (files.length === 0) return;
    event.preventDefault();
    for (const file of files) void takeFile(model, file);
  };
  root.addEventListener('dragover', over);
  root.addEventListener('dragleave', leave);
  root.addEventListener('drop', drop);
  return () => {
    root.removeEventListener('dragover', over);
    root.removeEventListener('dragleave', leave);
    root.removeEventListener('drop', drop);
  };
}
