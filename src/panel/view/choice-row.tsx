interface ChoiceRowProps<Choice extends string | number> {
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  readonly choices: readonly (readonly [Choice, string])[];
  readonly value: Choice;
  readonly choose: (choice: Choice) => void;
}

/** A setting with a closed set of choices. */
export function ChoiceRow<Choice extends string | number>(props: ChoiceRowProps<Choice>) {
  const { id, label, title, choices, value, choose } = props;
  return (
    <label class="choice" title={title}>
      <span>{label}</span>
      <select
        data-testid={id}
        value={String(value)}
        onChange={(event) => {
          const chosen = choices.find(([choice]) => String(choice) === event.currentTarget.value);
          if (chosen) choose(chosen[0]);
        }}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={String(choice)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
