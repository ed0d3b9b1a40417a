import type { HeaderLine, HeaderLines } from '../../cors/index.ts';
import { visible } from '../../report/index.ts';
import { type HeaderJudgement, isCorsHeader } from '../model/judged-headers.ts';
import { Icon } from './icon.tsx';
import { Value } from './value.tsx';

interface HeaderTableProps {
  readonly title: string;
  readonly lines: HeaderLines;
  readonly judgements: readonly HeaderJudgement[];
  readonly remark: string | null;
}

/** CORS headers first: those judged missing, those there; then the rest, dim. Order within each is the wire's. */
export function HeaderTable({ title, lines, judgements, remark }: HeaderTableProps) {
  const cors = lines.filter(([name]) => isCorsHeader(name));
  const others = lines.filter(([name]) => !isCorsHeader(name));
  const missing = judgements.filter(({ state }) => state === 'missing');
  return (
    <div class="headers">
      <h3>
        {visible(title)} {remark !== null && <span class="dim">{remark}</span>}
      </h3>
      <table>
        <thead class="offscreen">
          <tr>
            <th scope="col">Header</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {missing.map(({ name, expected }) => (
            <tr key={name} class="cors missing" data-testid="header" data-state="missing">
              <th scope="row">{name}</th>
              <td>
                <span class="bad">
                  <Icon name="cross" /> missing
                </span>
                <Expected text={expected} />
              </td>
            </tr>
          ))}
          {cors.map((line, index) => (
            <CorsLine
              key={index}
              line={line}
              judgement={judgements.find(({ name }) => name === line[0].toLowerCase())}
            />
          ))}
          {others.map(([name, value], index) => (
            <tr key={index} class="dim" data-testid="header">
              <th scope="row">
                <Value text={name} />
              </th>
              <td>
                <Value text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && missing.length === 0 && <p class="dim">No headers captured.</p>}
    </div>
  );
}

function CorsLine(props: { readonly line: HeaderLine; readonly judgement: HeaderJudgement | undefined }) {
  const [name, value] = props.line;
  const state = props.judgement?.state;
  return (
    <tr class={`cors ${state ?? ''}`} data-testid="header" data-state={state ?? 'plain'}>
      <th scope="row">
        <Value text={name} />
      </th>
      <td>
        {state === 'ok' && <Icon name="check" tone="good" />}
        {state === 'wrong' && <Icon name="cross" tone="bad" />}
        {state !== undefined && <span class="offscreen">{state}: </span>}
        <Value text={value} tone={state === 'wrong' ? 'bad' : ''} />
        {state === 'wrong' && <Expected text={props.judgement?.expected ?? null} />}
      </td>
    </tr>
  );
}

function Expected({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span class="expected">
      expected <Value text={text} tone="good" />
    </span>
  );
}
