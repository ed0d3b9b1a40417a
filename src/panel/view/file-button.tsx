import { useRef } from 'preact/hooks';
import { takeFile } from '../model/files.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon, type IconName } from './icon.tsx';

/** What holds captured traffic. */
export const captureFiles = '.har,.json,application/json';

interface FileButtonProps {
  readonly model: PanelModel;
  /** The button's test id; its input's is `input`. */
  readonly id: string;
  readonly input: string;
  readonly label: string;
  /** Without one the label is shown. */
  readonly icon?: IconName;
  readonly accept: string;
}

/** Opens a file of the user's; what it is, its name and content tell. */
export function FileButton({ model, id, input: inputId, label, icon, accept }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={icon === undefined ? 'fill' : 'tool'}
        data-testid={id}
        onClick={() => input.current?.click()}
        {...(icon === undefined ? {} : { 'aria-label': label, title: label })}
      >
        {icon === undefined ? label : <Icon name={icon} />}
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
