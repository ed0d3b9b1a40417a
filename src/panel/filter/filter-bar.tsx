import type { PanelModel } from '../model/model.ts';
import { FilterBox } from './filter-box.tsx';
import { Pills } from './pills.tsx';

/** The filter box, its switch, and the verdicts' pills. */
export function FilterBar({ model }: { readonly model: PanelModel }) {
  const { inverted } = model.filtering;
  return (
    <div class="filter-bar">
      <FilterBox model={model} />
      <label class="switch" title="List what the filter box does not match">
        <input
          type="checkbox"
          data-testid="invert"
          checked={inverted.value}
          onChange={(event) => {
            inverted.value = event.currentTarget.checked;
          }}
        />
        Invert
      </label>
      <Pills model={model} />
    </div>
  );
}
