interface SegmentedProps {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly label: string; readonly testId: string }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** A choice of a few, all visible. */
export function Segmented({ label, options, chosen, onChoose }: SegmentedProps) {
  return (
    <fieldset class="segmented" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          data-testid={option.testId}
          aria-pressed={option.key === chosen}
          onClick={() => onChoose(option.key)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
