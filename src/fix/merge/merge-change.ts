import { type Policy, readApis, type TemplateApi } from '../../gateway/index.ts';
import { parseTemplate, type Template } from '../../template/index.ts';
import { eachStage, type Staging, stagedPolicy, stagedWishes, stagingOf } from './by-stage.ts';
import type { Change, Merged } from './change.ts';
import { plainOrigins } from './cors-wishes.ts';
import { Draft, spliced } from './draft.ts';
import { notesOf } from './merge-notes.ts';
import { Refused } from './refused.ts';
import { saysPolicy } from './says-policy.ts';
import { sheetOf } from './sheet.ts';
import { targetOf } from './target.ts';
import { refuseUnwritable } from './unwritable.ts';
import { wishesOf } from './wish-of.ts';
import { writeResource, writeTarget } from './write-target.ts';

/**
 * Makes a template say a policy for one of its APIs, by splices that leave every other byte: where the setting stands
 * already, else where it belongs. What says it already is left alone, so that a second merge changes nothing. Where SAM
 * has no way to say it, the reason and the nearest thing that works.
 */
export function mergeChange(template: Template, api: TemplateApi, change: Change): Merged {
  try {
    const staging = stagingOf(template, api, change);
    const policy = staging === null ? change.policy : stagedPolicy(api, change.policy, staging);
    refuseUnwritable(api, policy);
    const target = targetOf(template, api);
    const draft = new Draft(sheetOf(template));
    const origins = staging === null ? plainOrigins(template, policy) : stagedWishes(template, api, staging);
    const wished = { ...change, policy, stages: staging?.stages ?? null };
    const wishes = wishesOf(template, api, target, wished, origins);
    writeTarget(draft, template, target, wishes.properties, origins.sections);
    for (const [id, wish] of wishes.functions) writeResource(draft, template, id, wish);
    const { edits } = draft;
    const text = spliced(template.text, edits);
    const edited = proveRead(text, api, change.policy, staging);
    const notes = notesOf({
      template,
      api,
      target,
      change: wished,
      wishes,
      staging,
      byStage: Boolean(change.stages),
    });
    return { ok: true, text, template: edited, edits, notes, staging };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, place, nearest } = error;
    return { ok: false, reason, place, nearest };
  }
}

/** Reads the merged text again: what does not say the policy then is no merge, whatever the cause. */
function proveRead(text: string, before: TemplateApi, policy: Policy, staging: Staging | null): Template {
  const read = parseTemplate(text);
  const says = (one: { readonly template: Template; readonly policy: Policy }): boolean => {
    const after = readApis(one.template).find((api) => isSame(api, before));
    return after !== undefined && saysPolicy(after, one.policy);
  };
  if (read.ok) {
    const { template } = read;
    const seen = staging === null ? [{ template, policy }] : eachStage(template, policy, staging);
    if (seen.every(says)) return template;
  }
  throw new Refused(
    'value-not-writable',
    before.corsPlace,
    'The setting stands in a form that a merge cannot keep: write it out as the snippet has it, then merge again.',
  );
}

const isSame = (one: TemplateApi, other: TemplateApi) =>
  one.kind === other.kind && one.logicalId === other.logicalId;
