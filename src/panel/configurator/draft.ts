import { type ApiView, type ListPart, type PolicyEdit, withEdit } from '../../fix/index.ts';

/**
 * What the user changed by hand for one API. Changes, not a copy: what is captured later still enters the policy.
 */
export interface Draft {
  readonly edits: readonly PolicyEdit[];
  /** The seconds as they were typed, which may be wrong; null: as captured. */
  readonly maxAge: string | null;
  /** The API has an authoriser, or asks for API keys. Null: as the findings tell. */
  readonly authorizer: boolean | null;
  readonly apiKey: boolean | null;
}

export const untouched: Draft = { edits: [], maxAge: null, authorizer: null, apiKey: null };

export function isTouched({ edits, maxAge, authorizer, apiKey }: Draft): boolean {
  return edits.length > 0 || maxAge !== null || authorizer !== null || apiKey !== null;
}

/** With one more edit; one that only restores what was captured leaves no trace. */
export function drafted(draft: Draft, { policy }: ApiView, edit: PolicyEdit): Draft {
  const edits = withEdit(draft.edits, edit);
  const lists = {
    origin: 'origins',
    method: 'methods',
    header: 'headers',
    'expose-header': 'exposeHeaders',
  } as const;
  const restores =
    (edit.type === 'add' && policy[lists[edit.part]].includes(edit.value)) ||
    (edit.type === 'remove' && !policy[lists[edit.part]].includes(edit.value)) ||
    (edit.type === 'credentials' && policy.credentials === edit.on);
  return { ...draft, edits: restores ? edits.filter((one) => one !== edit) : edits };
}

/** Entries that captured requests asked for and the user took out. */
export function takenOut({ edits }: Draft, part: ListPart): readonly string[] {
  return edits.flatMap((edit) => (edit.type === 'remove' && edit.part === part ? [edit.value] : []));
}
