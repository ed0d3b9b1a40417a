import type { Fix } from '../../fix/index.ts';
import { isCode } from '../model/first-fix.ts';
import { Value } from './value.tsx';

/** So many notes are read at a glance; of more, the titles are. */
const mostOpen = 2;

/** What to know beside a change. */
export function FixNotes({ fixes }: { readonly fixes: readonly Fix[] }) {
  const notes = fixes.filter((fix) => !isCode(fix));
  return (
    <div class="fix-notes">
      {notes.map(({ title, text }, index) => (
        <details
          key={`${index} ${title}`}
          class="fix-note"
          data-testid="fix-note"
          open={notes.length <= mostOpen}
        >
          <summary>
            <Value text={title} />
          </summary>
          <p>
            <Value text={text} />
          </p>
        </details>
      ))}
    </div>
  );
}
