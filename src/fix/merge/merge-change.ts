import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';
import type { Change, Merged } from './change.ts';
import { Draft, spliced } from './draft.ts';
import { notesOf } from './merge-notes.ts';
import { Refused } from './refused.ts';
import { sheetOf } from './sheet.ts';
import { targetOf } from './target.ts';
import { refuseUnwritable } from './unwritable.ts';
import { wishOf } from './wish-of.ts';
import { writeTarget } from './write-target.ts';

/**
 * Makes a template say a policy for one of its APIs, by splices that leave every other byte: where the setting stands
 * already, else where it belongs. What says it already is left alone, so that a second merge changes nothing. Where SAM
 * has no way to say it, the reason and the nearest thing that works.
 */
export function mergeChange(template: Template, api: TemplateApi, change: Change): Merged {
  try {
    refuseUnwritable(api, change.policy);
    const target = targetOf(template, api);
    const draft = new Draft(sheetOf(template));
    writeTarget(draft, template, target, wishOf(template, api, target, change));
    const { edits } = draft;
    const text = spliced(template.text, edits);
    return { ok: true, text, edits, notes: notesOf(template, api, target, change) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, place, nearest } = error;
    return { ok: false, reason, place, nearest };
  }
}
