import type { Fix } from '../../fix/index.ts';
import { firstOf, isCode } from '../model/first-fix.ts';
import type { PanelModel } from '../model/model.ts';
import { targetLabels } from '../model/targets.ts';
import { FixCode } from './fix-code.tsx';
import { HandlerCode } from './handler-code.tsx';
import { Segmented } from './segmented.tsx';

interface FixResultProps {
  readonly model: PanelModel;
  readonly fixes: readonly Fix[];
  readonly handlerFirst: boolean;
}

/** What to copy, one place at a time. */
export function FixResult({ model, fixes, handlerFirst }: FixResultProps) {
  const code = fixes.filter(isCode);
  const labels = targetLabels(code);
  const asked = labels.indexOf(model.fixTarget.value ?? '');
  const chosen = asked >= 0 ? asked : firstOf(code, handlerFirst);
  const fix = code[chosen];
  return (
    <div class="fix-main">
      {code.length > 1 && (
        <Segmented
          label="Where the change goes"
          options={labels.map((label) => ({ key: label, label, testId: 'fix-target' }))}
          chosen={labels[chosen] ?? ''}
          onChoose={(key) => {
            model.fixTarget.value = key;
          }}
        />
      )}
      {fix?.handler && <HandlerCode model={model} fix={fix} shape={fix.handler} />}
      {fix && !fix.handler && <FixCode model={model} fix={fix} />}
      {fix === undefined && (
        <p class="dim" data-testid="nothing-to-copy">
          Nothing to copy yet.
        </p>
      )}
    </div>
  );
}
