import { useRef } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';
import { handleKey } from './box-keys.ts';
import { FaultTip } from './fault-tip.tsx';
import { optionId, Suggestions, suggestionsId } from './suggestions.tsx';
import { longestFilter } from './tokens.ts';

const faultId = 'filter-fault';

/** A combobox of the ARIA practices' list kind: the text is the user's until one of the suggestions is taken. */
export function FilterBox({ model: { filtering } }: { readonly model: PanelModel }) {
  const { text, fault, completion } = filtering;
  const input = useRef<HTMLInputElement>(null);
  const isOpen = completion.suggestions.value.length > 0;
  const active = completion.active.value;

  const accept = (at: number): void => {
    const caret = completion.accept(at);
    const box = input.current;
    if (caret === null || box === null) return;
    // The caret has its place only once the text is there.
    box.value = text.value;
    box.focus();
    box.setSelectionRange(caret, caret);
  };
  const open = (asked: boolean): void =>
    completion.open(input.current?.selectionStart ?? text.value.length, asked);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (handleKey(event, { isOpen, active, completion, open, accept })) event.preventDefault();
  };

  return (
    <div class="filter-box">
      <input
        ref={input}
        type="text"
        class="filter"
        data-testid="filter"
        placeholder="Filter"
        title="For example: /orders\/\d+/ status-code:4xx -is:allowed"
        autocomplete="off"
        spellcheck={false}
        maxLength={longestFilter}
        role="combobox"
        aria-label="Filter by text, /regex/ or key:value"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? suggestionsId : undefined}
        aria-activedescendant={active === null ? undefined : optionId(active)}
        aria-invalid={fault.value !== null}
        aria-describedby={fault.value === null ? undefined : faultId}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          open(false);
        }}
        onKeyDown={onKeyDown}
        onClick={() => completion.close()}
        onFocusOut={() => completion.close()}
      />
      {text.value !== '' && (
        <button
          type="button"
          class="tool clear-text"
          data-testid="clear-text"
          aria-label="Clear the filter’s text"
          onClick={() => {
            text.value = '';
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      {isOpen && <Suggestions completion={completion} onAccept={accept} />}
      {!isOpen && fault.value !== null && <FaultTip id={faultId} fault={fault.value} />}
    </div>
  );
}
