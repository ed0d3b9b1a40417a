import { useRef } from 'preact/hooks';
import { takeFile } from '../model/files.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon, type IconName } from './icon.tsx';

interface FileButtonProps {
  readonly model: PanelModel;
  /** The button's test id; its input's is `input`. */
  readonly id: string;
  readonly input: string;
  readonly label: string;
  readonly icon: IconName;
  readonly accept: string;
}

/** Opens a file of the user's; what it is, its name and content tell. */
export function FileButton({ model, id, input: inputId, label, icon, accept }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="tool"
        data-testid={id}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
        <Icon name={icon} />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        data-testid={inputId}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void takeFile(model, file);
          // Choosing the same file again is a change again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
