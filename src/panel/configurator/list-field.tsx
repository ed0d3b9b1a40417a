import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { FieldCheck, ListPart } from '../../fix/index.ts';
import { useRoving } from '../view/use-roving.ts';
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

/** More in one paste is no list of origins or headers. */
const mostPasted = 100;

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
  const roving = useRoving<HTMLUListElement>(true);
  const wantsProduction =
    part === 'origin' && entries.length > 0 && entries.every(({ development }) => development);
  const words = { ...fieldWords[part], ...(wantsProduction ? productionWords : {}) };
  const verdict = typed.value === '' ? null : check(typed.value);

  const add = (values: readonly string[]): void => {
    onAdd(values);
    typed.value = '';
  };
  const enter = (): void => {
    if (verdict === null) return;
    if (verdict.level !== 'error') add([typed.value]);
    else if (verdict.reason === 'several' && verdict.instead !== null) add(verdict.instead);
  };
  /** What was pasted, entry by entry where it is several; of a text that is wrong it is told why, as while typing. */
  const onPaste = (event: ClipboardEvent): void => {
    const pieces = (event.clipboardData?.getData('text/plain') ?? '').split(/[\s,;]+/).filter(Boolean);
    if (typed.value !== '' || pieces.length < 2 || pieces.length > mostPasted) return;
    event.preventDefault();
    const wrong = pieces.filter((piece) => check(piece).level === 'error');
    onAdd(pieces.filter((piece) => !wrong.includes(piece)));
    typed.value = wrong.join(', ');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
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
      <ul class="tokens" {...roving}>
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
        aria-describedby={verdict === null ? undefined : `${id}-check`}
        aria-invalid={verdict?.level === 'error'}
        placeholder={wantsProduction ? words.add : words.example}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          // What is right as it stands is not lost by leaving the box.
          if (verdict?.level === 'ok') add([typed.value]);
        }}
      />
      <div role="status" aria-live="polite">
        {verdict !== null && (
          <CheckLine
            id={`${id}-check`}
            check={verdict}
            onTake={(values) => {
              add(values);
              input.current?.focus();
            }}
          />
        )}
      </div>
      {removed.length > 0 && (
        <p class="dim removed" data-testid={`removed-${part}`}>
          Taken out though asked for:{' '}
          {removed.map((value) => (
            <button
              key={value}
              type="button"
              class="link"
              title="Put it back"
              onClick={() => {
                onAdd([value]);
                input.current?.focus();
              }}
            >
              {value}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}
