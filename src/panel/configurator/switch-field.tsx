import { useId } from 'preact/hooks';
import type { FieldCheck } from '../../fix/index.ts';
import { CheckLine } from './check-line.tsx';

interface SwitchFieldProps {
  readonly label: string;
  readonly testId: string;
  readonly on: boolean;
  /** The traffic shows it, so that it cannot be switched off. */
  readonly fixed?: boolean;
  readonly note: string;
  readonly check?: FieldCheck;
  readonly onSwitch: (on: boolean) => void;
}

export function SwitchField({ label, testId, on, fixed = false, note, check, onSwitch }: SwitchFieldProps) {
  const id = useId();
  return (
    <div class="field switch-field">
      <label>
        <input
          type="checkbox"
          data-testid={testId}
          checked={on}
          disabled={fixed}
          aria-describedby={`${id}-note`}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
        {label}
      </label>
      <span class="dim" id={`${id}-note`}>
        {note}
      </span>
      {check !== undefined && <CheckLine id={`${id}-check`} check={check} onTake={() => onSwitch(!on)} />}
    </div>
  );
}
