import { visible } from '../../report/index.ts';

/** Lines of the template around the one that is meant. */
const around = 3;
const longest = 400;

/** The line of the user's own template that a finding speaks of, with those around it; `line` counts from 1. */
export function TemplateExcerpt({ text, line }: { readonly text: string; readonly line: number }) {
  const lines = text.split(/\r\n|[\n\r]/);
  const from = Math.max(0, line - 1 - around);
  const shown = lines.slice(from, line + around);
  return (
    <ol class="excerpt" data-testid="excerpt" start={from + 1}>
      {shown.map((each, index) => {
        const number = from + index + 1;
        return (
          <li key={number} value={number} aria-current={number === line ? 'true' : undefined}>
            <span class="number" aria-hidden="true">
              {number}
            </span>
            <code>{visible(each.slice(0, longest))}</code>
          </li>
        );
      })}
    </ol>
  );
}
