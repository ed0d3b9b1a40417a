import { useLayoutEffect } from 'preact/hooks';
import { Value } from '../view/value.tsx';
import type { Completion } from './completion/completion.ts';
import { useKeptInside } from './use-kept-inside.ts';

export const suggestionsId = 'filter-suggestions';

export function optionId(at: number): string {
  return `${suggestionsId}-${at}`;
}

interface SuggestionsProps {
  readonly completion: Completion;
  onAccept(at: number): void;
}

/** The list below the filter box. The focus stays in the box. */
export function Suggestions({ completion, onAccept }: SuggestionsProps) {
  const list = useKeptInside<HTMLDivElement>();
  const active = completion.active.value;
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={suggestionsId}
      class="suggestions"
      role="listbox"
      aria-label="Suggestions"
      data-testid="suggestions"
      onMouseDown={(event) => event.preventDefault()}
    >
      {completion.suggestions.value.map(({ label, detail, count }, at) => (
        <div
          key={label}
          id={optionId(at)}
          class="suggestion"
          role="option"
          aria-selected={at === active}
          data-testid="suggestion"
          onClick={() => onAccept(at)}
        >
          <span class="label">
            <Value text={label} />
          </span>
          {detail !== null && (
            <span class="hint dim">
              <Value text={detail} />
            </span>
          )}
          {count !== null && <span class="count dim">{count}</span>}
        </div>
      ))}
    </div>
  );
}
