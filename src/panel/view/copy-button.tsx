import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';

const labels = { idle: 'Copy', copied: 'Copied', failed: 'Copy failed' } as const;
const shownFor = 2000;

interface CopyButtonProps {
  readonly model: PanelModel;
  readonly text: string | (() => Promise<string>);
  readonly label?: string;
  readonly title?: string;
  readonly testId?: string;
}

/** Copies exactly `text`, made when it is asked for or before; says so on itself and in the live region. */
export function CopyButton({
  model,
  text,
  label = labels.idle,
  title,
  testId = 'copy-fix',
}: CopyButtonProps) {
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
      await model.host.copy(typeof text === 'string' ? text : await text());
      state.value = 'copied';
    } catch {
      state.value = 'failed';
    }
    model.announcement.value = labels[state.value];
  };
  return (
    <button type="button" class="fill copy" data-testid={testId} title={title} onClick={() => void copy()}>
      {state.value === 'idle' ? label : labels[state.value]}
    </button>
  );
}
