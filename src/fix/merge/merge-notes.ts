import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';
import { stagedOrigins } from '../stages.ts';
import type { Staging } from './by-stage.ts';
import type { Change } from './change.ts';
import { developmentNotes } from './development-notes.ts';
import { functionNotes } from './function-notes.ts';
import { errorNotes, handlerNotes } from './rest-notes.ts';
import { routeNotes } from './route-notes.ts';
import { sharedNotes } from './shared-notes.ts';
import { movedAway, takenAway } from './taken-away.ts';
import type { Target } from './target.ts';
import type { Wishes } from './wish-of.ts';

/** A merge as it was made. */
export interface Made {
  readonly template: Template;
  readonly api: TemplateApi;
  readonly target: Target;
  readonly change: Change;
  readonly wishes: Wishes;
  readonly staging: Staging | null;
  /** Stages were asked for, whether or not the template has a word in it. */
  readonly byStage: boolean;
}

/** What the template cannot do alone, and what a merge takes away that stood there. */
export function notesOf(made: Made): readonly string[] {
  const { api, change, staging } = made;
  const origins =
    staging === null ? change.policy.origins : stagedOrigins(staging.stages).map(({ origin }) => origin);
  return [
    ...takenAway(api, { ...change.policy, origins }),
    ...movedAway(api),
    ...developmentNotes(made),
    ...functionNotes(made),
    ...sharedNotes(made),
    ...kindNotes(made),
  ];
}

function kindNotes(made: Made): readonly string[] {
  switch (made.api.kind) {
    case 'rest':
      return [...handlerNotes(made), ...errorNotes(made.change)];
    case 'http':
      return made.change.explicitRoutes ? routeNotes(made) : [];
    case 'function-url':
      return [
        'Take the CORS headers out of the handler: the function URL adds them, and browsers refuse two.',
      ];
  }
}
