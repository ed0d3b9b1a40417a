import { fieldsOf, textOf } from './debugger-field.ts';
import { withoutFragment } from './har-entry.ts';

/**
 * The URL, without fragment, of the document that the target's top frame now shows, if this event says so; else null.
 * Only `Page.frameNavigated` (which needs `Page.enable`) tells a top frame from others: a request of type Document
 * looks the same for both. Ask it of the tab's own session only: another process's frame is the top one of its target.
 */
export function navigationOf(method: string, params: unknown): string | null {
  if (method !== 'Page.frameNavigated') return null;
  const frame = fieldsOf(fieldsOf(params).frame);
  if (textOf(frame.parentId) !== '') return null;
  const url = textOf(frame.url);
  return url === '' ? null : withoutFragment(url);
}
