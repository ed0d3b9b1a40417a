import { useSignal } from '@preact/signals';
import type { HeaderLine, HeaderLines } from '../../cors/index.ts';
import { visible } from '../../report/index.ts';
import { rowAfter } from '../model/cursor.ts';
import { type HeaderJudgement, isCorsHeader } from '../model/judged-headers.ts';
import type { PanelModel } from '../model/model.ts';
import { Expected, HeaderRow } from './header-row.tsx';
import { Icon } from './icon.tsx';

interface HeaderTableProps {
  readonly model: PanelModel;
  readonly title: string;
  readonly lines: HeaderLines;
  readonly judgements: readonly HeaderJudgement[];
  /** The header that the user was led to, in lower case; `:message` for the message itself; null for none. */
  readonly ledTo: string | null;
  readonly remark: string | null;
}

/**
 * CORS headers first: those judged missing, those there; then the rest, dim. Order within each is the wire's. One tab stop:
 * the arrow keys go from header to header, Enter copies one.
 */
export function HeaderTable({ model, title, lines, judgements, ledTo, remark }: HeaderTableProps) {
  const cors = lines.filter(([name]) => isCorsHeader(name));
  const others = lines.filter(([name]) => !isCorsHeader(name));
  const missing = judgements.filter(({ state }) => state === 'missing');
  const status = judgements.find(({ name }) => name === ':status');
  const rows: readonly HeaderLine[] = [...cors, ...others];
  const current = useSignal(0);
  const ids = rows.map((_, index) => String(index));
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const next = rowAfter(ids, String(current.value), event.key);
    if (next === null) return;
    current.value = Number(next);
    event.currentTarget.querySelectorAll<HTMLElement>('button.copy-header')[Number(next)]?.focus();
    event.preventDefault();
  };
  const led = ledTo === null ? -1 : rows.findIndex(([name]) => name.toLowerCase() === ledTo);
  const ledToMissing = missing.some(({ name }) => name === ledTo);
  // What is neither there nor judged has no row: its message stands for it.
  const ledToMessage = ledTo !== null && led < 0 && !ledToMissing;
  return (
    <div class="headers">
      <h3 class={ledToMessage ? 'target' : ''} tabIndex={ledToMessage ? -1 : undefined}>
        {status?.state === 'wrong' && <Icon name="cross" tone="bad" />}
        <span class={status?.state === 'wrong' ? 'bad' : ''}>{visible(title)}</span>
        {status?.state === 'wrong' && <Expected text={status.expected} />}{' '}
        {remark !== null && <span class="dim">{remark}</span>}
      </h3>
      <table onKeyDown={onKeyDown}>
        <thead class="offscreen">
          <tr>
            <th scope="col">Header</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {missing.map(({ name, expected }) => (
            <tr
              key={name}
              class={`cors missing ${name === ledTo ? 'target' : ''}`}
              tabIndex={name === ledTo ? -1 : undefined}
              data-testid="header"
              data-state="missing"
            >
              <th scope="row">{name}</th>
              <td>
                <span class="bad">
                  <Icon name="cross" /> missing
                </span>
                <Expected text={expected} />
              </td>
            </tr>
          ))}
          {rows.map((line, index) => (
            <HeaderRow
              key={index}
              model={model}
              line={line}
              cors={index < cors.length}
              judgement={judgements.find(({ name }) => name === line[0].toLowerCase())}
              led={index === led}
              current={index === Math.min(current.value, rows.length - 1)}
              onFocus={() => {
                current.value = index;
              }}
            />
          ))}
        </tbody>
      </table>
      {lines.length === 0 && missing.length === 0 && <p class="dim">No headers captured.</p>}
    </div>
  );
}
