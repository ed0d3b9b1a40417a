import type { FieldCheck } from '../../fix/index.ts';
import { Icon } from '../view/icon.tsx';
import { Value } from '../view/value.tsx';

interface CheckLineProps {
  readonly id: string;
  readonly check: FieldCheck;
  /** Takes the values that the check offers: none, one or several. */
  readonly onTake: (instead: readonly string[]) => void;
}

/** What a check says of a value, and the value that it offers. Nothing where all is well. */
export function CheckLine({ id, check, onTake }: CheckLineProps) {
  const { level, why, instead } = check;
  if (why === '') return null;
  return (
    <p class={`check ${level}`} id={id} data-testid="check" data-level={level}>
      <Icon name={icons[level]} tone={tones[level]} />
      <span>
        <Value text={why} />{' '}
        {instead !== null && (
          <button type="button" class="link" data-testid="take-mended" onClick={() => onTake(instead)}>
            {instead.length === 0 ? (
              'Take it out'
            ) : (
              <>
                Use <Value text={instead.join(', ')} tone="mono" />
              </>
            )}
          </button>
        )}
      </span>
    </p>
  );
}

const icons = { ok: 'info', warning: 'warning', error: 'cross' } as const;
const tones = { ok: 'dim', warning: 'warn', error: 'bad' } as const;
