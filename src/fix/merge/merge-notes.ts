import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';
import type { Change } from './change.ts';
import { binaryTypesNote, errorNotes, handlerNotes } from './rest-notes.ts';
import { routeNotes } from './route-notes.ts';
import { takenAway } from './taken-away.ts';
import type { Target } from './target.ts';

/** What the template cannot do alone, and what a merge takes away that stood there. */
export function notesOf(
  template: Template,
  api: TemplateApi,
  target: Target,
  change: Change,
): readonly string[] {
  const { policy } = change;
  return [
    ...takenAway(template, api, target, policy),
    ...(api.kind === 'rest' ? [...handlerNotes(policy), ...errorNotes(change), ...binaryTypesNote(api)] : []),
    ...(api.kind === 'http' && change.explicitRoutes ? routeNotes(template, api) : []),
    ...(api.kind === 'function-url'
      ? ['Take the CORS headers out of the handler: the function URL adds them, and twice is refused.']
      : []),
  ];
}
