import type { Fix } from '../../fix/index.ts';
import { Value } from './value.tsx';

/** Of the notes, commands are copied like any code; the others are read. */
export const isCode = (fix: Fix): boolean => fix.kind !== 'note' || fix.language !== 'text';

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
