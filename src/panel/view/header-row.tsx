import type { HeaderLine } from '../../cors/index.ts';
import { visible } from '../../report/index.ts';
import { copyHeader } from '../model/copying.ts';
import type { HeaderJudgement } from '../model/judged-headers.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';
import { Value } from './value.tsx';

interface HeaderRowProps {
  readonly model: PanelModel;
  readonly line: HeaderLine;
  /** Takes part in CORS. */
  readonly cors: boolean;
  readonly judgement: HeaderJudgement | undefined;
  /** The user was led here by a finding. */
  readonly led: boolean;
  /** The table's tab stop. */
  readonly current: boolean;
  readonly onFocus: () => void;
}

/** One header as it came; what is wrong says so by a sign, a word for those who see none, and what was expected. */
export function HeaderRow({ model, line, cors, judgement, led, current, onFocus }: HeaderRowProps) {
  const [name, value] = line;
  const state = cors ? judgement?.state : undefined;
  return (
    <tr
      class={`${cors ? 'cors' : 'dim'} ${state ?? ''} ${led ? 'target' : ''}`}
      tabIndex={led ? -1 : undefined}
      data-testid="header"
      data-state={cors ? (state ?? 'plain') : undefined}
    >
      <th scope="row">
        <Value text={name} />
      </th>
      <td>
        <button
          type="button"
          class="tool copy-header"
          data-testid="copy-header"
          tabIndex={current ? 0 : -1}
          aria-label={`Copy ${visible(name)}`}
          title="Copy header"
          onFocus={onFocus}
          onClick={() => void copyHeader(model, line)}
        >
          <Icon name="copy" />
        </button>
        {state === 'ok' && <Icon name="check" tone="good" />}
        {state === 'wrong' && <Icon name="cross" tone="bad" />}
        {state !== undefined && <span class="offscreen">{state}: </span>}
        {value === '' ? (
          <span class="dim">(empty)</span>
        ) : (
          <Value text={value} tone={state === 'wrong' ? 'bad' : ''} />
        )}
        {state === 'wrong' && <Expected text={judgement?.expected ?? null} />}
      </td>
    </tr>
  );
}

export function Expected({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span class="expected">
      expected <Value text={text} tone="good" />
    </span>
  );
}
