import { firstFix, textOf } from '../model/first-fix.ts';
import { CopyButton } from './copy-button.tsx';
import type { ViewProps } from './view-props.ts';

/** From the cause to what mends it: at once where one text does it, by the whole fix otherwise. */
export function FixActions({ model, diagnosed }: ViewProps) {
  const first = firstFix(model, diagnosed);
  return (
    <p class="actions fix-actions">
      {first && (
        <CopyButton
          model={model}
          text={() => textOf(model, first.part)}
          label="Copy the fix"
          title={first.part.title}
          testId="copy-first-fix"
          key={first.part.text}
        />
      )}
      <button
        type="button"
        class={first ? 'text' : 'fill'}
        data-testid="show-fix"
        onClick={() => {
          model.tab.value = 'fix';
        }}
      >
        Show the fix
      </button>
      {first && (
        <span class="dim" data-testid="first-fix">
          {first.part.title}
          {first.others && '; the whole fix has more parts'}
        </span>
      )}
    </p>
  );
}
