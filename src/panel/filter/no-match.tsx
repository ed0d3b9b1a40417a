import type { PanelModel } from '../model/model.ts';

/** Where the filter leaves nothing of the list. */
export function NoMatch({ model: { filtering } }: { readonly model: PanelModel }) {
  return (
    <div class="nothing dim" data-testid="no-match">
      <p>No exchange matches the filter.</p>
      {filtering.fault.value !== null && <p class="value">{filtering.fault.value}</p>}
      <button
        type="button"
        class="text"
        data-testid="clear-filter"
        onClick={() => {
          filtering.clear();
          document.querySelector<HTMLElement>('[data-testid="filter"]')?.focus();
        }}
      >
        Clear filter
      </button>
    </div>
  );
}
