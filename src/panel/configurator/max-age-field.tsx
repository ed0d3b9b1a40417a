import { useId } from 'preact/hooks';
import type { FieldCheck } from '../../fix/index.ts';
import { CheckLine } from './check-line.tsx';
import { maxAgePresets } from './words.ts';

interface MaxAgeFieldProps {
  readonly text: string;
  readonly check: FieldCheck;
  readonly onType: (text: string) => void;
}

/** For how many seconds browsers may keep a preflight's answer. */
export function MaxAgeField({ text, check, onType }: MaxAgeFieldProps) {
  const id = useId();
  return (
    <fieldset class="field" data-testid="field-max-age">
      <legend>Remember preflights for</legend>
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        data-testid="max-age"
        aria-label="Seconds for which a preflight’s answer may be kept"
        aria-describedby={check.why === '' ? undefined : `${id}-check`}
        aria-invalid={check.level === 'error'}
        placeholder="the browser’s default, 5 s"
        value={text}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <span class="presets">
        {maxAgePresets.map(({ seconds, label }) => (
          <button
            key={seconds}
            type="button"
            class="chip"
            aria-pressed={text === seconds}
            onClick={() => onType(seconds)}
          >
            {label}
          </button>
        ))}
      </span>
      <div role="status" aria-live="polite">
        <CheckLine id={`${id}-check`} check={check} onTake={([seconds = '']) => onType(seconds)} />
      </div>
    </fieldset>
  );
}
