import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { FieldCheck, ListPart } from '../../fix/index.ts';
import { CheckLine } from './check-line.tsx';
import type { Entry } from './result.ts';
import { Token } from './token.tsx';
import { fieldWords, productionWords } from './words.ts';

interface ListFieldProps {
  readonly part: ListPart;
  readonly entries: readonly Entry[];
  /** Captured, and taken out by hand. */
  readonly removed: readonly string[];
  readonly check: (text: string) => FieldCheck;
  readonly onAdd: (values: readonly string[]) => void;
  readonly onRemove: (value: string) => void;
  readonly onReplace: (value: string, instead: readonly string[]) => void;
  readonly onOpen: (exchangeId: string) => void;
}

/** One list of the policy: its entries, each with who asked for it, and a box to add more. */
export function ListField({
  part,
  entries,
  removed,
  check,
  onAdd,
  onRemove,
  onReplace,
  onOpen,
}: ListFieldProps) {
  const typed = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const wantsProduction =
    part === 'origin' && entries.length > 0 && entries.every(({ development }) => development);
  const words = { ...fieldWords[part], ...(wantsProduction ? productionWords : {}) };
  const verdict = typed.value === '' ? null : check(typed.value);

  const add = (values: readonly string[]): void => {
    onAdd(values);
    typed.value = '';
    input.current?.focus();
  };
  const enter = (): void => {
    if (verdict === null) return;
    if (verdict.level !== 'error') add([typed.value]);
    else if (verdict.reason === 'several' && verdict.instead !== null) add(verdict.instead);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = entries.at(-1);
    if (event.key === 'Enter' || event.key === ',') enter();
    else if (event.key === 'Backspace' && typed.value === '' && last !== undefined) {
      onRemove(last.value);
      typed.value = last.value;
    } else return;
    event.preventDefault();
  };

  return (
    <fieldset class="field" data-testid={`field-${part}`}>
      <legend>{words.title}</legend>
      <ul class="tokens">
        {entries.map((entry) => (
          <Token
            key={entry.value}
            entry={entry}
            onRemove={() => {
              onRemove(entry.value);
              input.current?.focus();
            }}
            onReplace={(instead) => {
              onReplace(entry.value, instead);
              input.current?.focus();
            }}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <input
        ref={input}
        type="text"
        spellcheck={false}
        autocomplete="off"
        data-testid={`add-${part}`}
        aria-label={words.add}
        aria-describedby={`${id}-check`}
        aria-invalid={verdict?.level === 'error'}
        placeholder={wantsProduction ? `${words.add}: ${words.example}` : words.example}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // What is right as it stands is not lost by leaving the box.
          if (verdict?.level === 'ok') add([typed.value]);
        }}
      />
      <div role="status" aria-live="polite">
        {verdict !== null && <CheckLine id={`${id}-check`} check={verdict} onTake={add} />}
      </div>
      {removed.length > 0 && (
        <p class="dim removed" data-testid={`removed-${part}`}>
          Taken out though asked for:{' '}
          {removed.map((value) => (
            <button key={value} type="button" class="link" title="Put it back" onClick={() => onAdd([value])}>
              {value}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}
