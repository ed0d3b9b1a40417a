import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';

export function FilterBox({ model: { filtering } }: { readonly model: PanelModel }) {
  const { text, fault } = filtering;
  return (
    <div class="filter-box">
      <input
        type="text"
        class="filter"
        data-testid="filter"
        placeholder="Filter"
        autocomplete="off"
        spellcheck={false}
        aria-label="Filter by text, /regex/ or key:value"
        aria-invalid={fault.value !== null}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      {text.value !== '' && (
        <button
          type="button"
          class="tool clear-text"
          data-testid="clear-text"
          aria-label="Clear the filter’s text"
          onClick={() => {
            text.value = '';
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
