import { useId } from 'preact/hooks';
import { visible } from '../../report/index.ts';
import { Icon } from '../view/icon.tsx';
import { Value } from '../view/value.tsx';
import { CheckLine } from './check-line.tsx';
import type { Entry } from './result.ts';
import { requestsText } from './words.ts';

interface TokenProps {
  readonly entry: Entry;
  readonly onRemove: () => void;
  readonly onReplace: (instead: readonly string[]) => void;
  readonly onOpen: (exchangeId: string) => void;
}

/** One entry: its value, what it is, who asked for it, and what is wrong with it. */
export function Token({ entry, onRemove, onReplace, onOpen }: TokenProps) {
  const { value, count, exchangeIds, development, check } = entry;
  const id = useId();
  const [first] = exchangeIds;
  const asked = requestsText(count);
  return (
    <li class={`token ${check.level}`} data-testid="entry" data-value={value}>
      <span class="token-line">
        <Value text={value} tone="mono" />
        {development && (
          <span class="chip" title="A developer’s machine: production must not allow it">
            development
          </span>
        )}
        {count === 0 && (
          <span class="chip" title="No captured request asked for it">
            by hand
          </span>
        )}
        {first !== undefined && (
          <button
            type="button"
            class="link asked"
            data-testid="asked-by"
            aria-label={`${asked} asked for ${visible(value)}: open the first`}
            title={`${asked} asked for it: open the first`}
            onClick={() => onOpen(first)}
          >
            {asked}
          </button>
        )}
        <button
          type="button"
          class="tool remove"
          data-testid="remove-entry"
          aria-label={`Remove ${visible(value)}`}
          aria-describedby={check.why === '' ? undefined : id}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </span>
      <CheckLine id={id} check={check} onTake={onReplace} />
    </li>
  );
}
