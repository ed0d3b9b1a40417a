import type { Pill } from '../model/filter.ts';
import type { PanelModel } from '../model/model.ts';

const pills: readonly (readonly [Pill, string])[] = [
  ['all', 'All'],
  ['blocked', 'Blocked'],
  ['risky', 'Risky'],
  ['allowed', 'Allowed'],
];

export function Pills({ model }: { readonly model: PanelModel }) {
  return (
    <fieldset class="pills" aria-label="Verdict">
      {pills.map(([pill, label]) => (
        <button
          key={pill}
          type="button"
          class="pill"
          data-testid={`pill-${pill}`}
          aria-pressed={model.pill.value === pill}
          onClick={() => {
            model.pill.value = pill;
          }}
        >
          {label} <span class="count">{model.counts.value[pill]}</span>
        </button>
      ))}
    </fieldset>
  );
}
