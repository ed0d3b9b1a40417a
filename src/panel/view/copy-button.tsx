import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';

const labels = { idle: 'Copy', copied: 'Copied', failed: 'Copy failed' } as const;
const shownFor = 2000;

interface CopyButtonProps {
  readonly model: PanelModel;
  readonly text: string;
  readonly label?: string;
  readonly testId?: string;
}

/** Copies exactly `text`; says so on itself and in the live region. */
export function CopyButton({ model, text, label = labels.idle, testId = 'copy-fix' }: CopyButtonProps) {
  const state = useSignal<keyof typeof labels>('idle');
  useEffect(() => {
    if (state.value === 'idle') return;
    const timer = setTimeout(() => {
      state.value = 'idle';
      model.announcement.value = '';
    }, shownFor);
    return () => clearTimeout(timer);
  }, [state.value]);
  const copy = async (): Promise<void> => {
    try {
      await model.host.copy(text);
      state.value = 'copied';
    } catch {
      state.value = 'failed';
    }
    model.announcement.value = labels[state.value];
  };
  return (
    <button type="button" class="fill copy" data-testid={testId} onClick={() => void copy()}>
      {state.value === 'idle' ? label : labels[state.value]}
    </button>
  );
}
