import type { Fix } from '../../fix/index.ts';
import type { PanelModel } from '../model/model.ts';
import { handlerNames } from '../model/names.ts';
import { Segmented } from './segmented.tsx';

interface HandlerLanguageProps {
  readonly model: PanelModel;
  readonly fixes: readonly Fix[];
  readonly shown: Fix;
}

/** The choice of the handler's language, which is remembered. */
export function HandlerLanguage({ model, fixes, shown }: HandlerLanguageProps) {
  const handlers = fixes.filter(({ kind }) => kind === 'handler');
  if (handlers.length < 2) return null;
  return (
    <Segmented
      label="Language of the handler"
      options={handlers.map(({ target }) => ({
        key: target,
        label: handlerNames[target] ?? target,
        testId: `handler-${target}`,
      }))}
      chosen={shown.target}
      onChoose={(target) => {
        model.handlerTarget.value = target;
        model.host.handlerTarget.set(target);
      }}
    />
  );
}
