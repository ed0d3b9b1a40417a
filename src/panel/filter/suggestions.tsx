import { useLayoutEffect, useRef } from 'preact/hooks';
import { Value } from '../view/value.tsx';
import type { Completion } from './completion/completion.ts';

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
  const list = useRef<HTMLDivElement>(null);
  const active = completion.active.value;
  useLayoutEffect(() => {
    if (list.current) keepInside(list.current);
  });
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
      {completion.suggestions.value.map(({ label, detail }, at) => (
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
          <span class="detail dim">
            <Value text={detail} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** Where the box stands far to the right, the list, which is wider, keeps within the panel. */
function keepInside(list: HTMLElement): void {
  list.style.left = '0';
  const beyond = list.getBoundingClientRect().right - document.documentElement.clientWidth + 6;
  if (beyond > 0) list.style.left = `${-beyond}px`;
}
