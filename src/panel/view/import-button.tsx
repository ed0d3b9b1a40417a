import { useRef } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';

export function ImportButton({ model }: { readonly model: PanelModel }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    try {
      model.send({ type: 'import-har', name: file.name, text: await file.text() });
    } catch {
      model.announcement.value = `${file.name} could not be read.`;
    }
  };
  return (
    <>
      <button
        type="button"
        class="tool"
        data-testid="import-har"
        aria-label="Import HAR"
        title="Import HAR"
        onClick={() => input.current?.click()}
      >
        <Icon name="import" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".har,.json,application/json"
        data-testid="har-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void take(file);
          // Choosing the same file again is a change again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
