interface Writable {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** As much of the File System Access API as a save asks for; TypeScript's own types lack it. */
interface Picking {
  showSaveFilePicker(options: {
    readonly suggestedName: string;
  }): Promise<{ createWritable(): Promise<Writable> }>;
}

const canPick = (scope: object): scope is Picking =>
  'showSaveFilePicker' in scope && typeof scope.showSaveFilePicker === 'function';

/**
 * Saves where the user says, in the browser that has File System Access; `download` is asked where it is missing or, as in
 * a DevTools panel's frame, refused. Resolves to false where the user thought better of it.
 */
export async function saveText(
  fileName: string,
  text: string,
  download: (fileName: string, text: string, mime: string) => void,
  scope: object = globalThis,
): Promise<boolean> {
  if (canPick(scope)) {
    try {
      const file = await scope.showSaveFilePicker({ suggestedName: fileName });
      const writable = await file.createWritable();
      await writable.write(text);
      await writable.close();
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
    }
  }
  download(fileName, text, 'text/yaml');
  return true;
}
