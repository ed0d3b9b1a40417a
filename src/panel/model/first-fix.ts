import type { Diagnosed } from '../../diagnosis/index.ts';
import type { ApiView, Fix } from '../../fix/index.ts';
import { loadLanguages } from './handler-language.ts';
import type { PanelModel } from './model.ts';
import { handlerNames } from './names.ts';

/** Of the notes, commands are copied like any code; the others are read. */
export const isCode = (fix: Fix): boolean => fix.kind !== 'note' || fix.language !== 'text';

/** The part of a fix that its reader needs first: the handler's where that owes what is missing. */
export function firstOf(code: readonly Fix[], handlerFirst: boolean): number {
  return Math.max(0, handlerFirst ? code.findIndex(({ kind }) => kind === 'handler') : 0);
}

const ownerOf = ({ findings }: Diagnosed) => findings.find(({ causedBy }) => causedBy === null)?.owner;

/** Whether the exchange's root cause is the handler's to mend. */
export const owedByHandler = (diagnosed: Diagnosed): boolean => ownerOf(diagnosed) === 'handler';

export interface FirstFix {
  readonly part: Fix;
  /** Parts that are to be changed besides it: a template and a handler go together. */
  readonly others: boolean;
}

/**
 * What can be copied without looking at the whole fix. Null where more is to be decided first: beside a template, whose own
 * change is the better one, after a change by hand, where another than the API has to be mended, and where nothing is to be
 * pasted.
 */
export function firstFix(model: PanelModel, diagnosed: Diagnosed): FirstFix | null {
  const api = apiOf(model, diagnosed);
  const owner = ownerOf(diagnosed);
  if (owner !== 'gateway' && owner !== 'handler') return null;
  if (api === undefined || model.mirror.value.state.template !== null) return null;
  if (model.configuring.drafts.value.has(api.identity.id)) return null;
  const code = api.fixes[model.fixKinds.value.get(api.identity.id) ?? api.suggested].filter(isCode);
  const part = code[firstOf(code, owedByHandler(diagnosed))];
  if (part === undefined) return null;
  return { part, others: code.some(({ kind }) => (kind === 'handler') !== (part.kind === 'handler')) };
}

export const apiOf = (model: PanelModel, { apiId }: Diagnosed): ApiView | undefined =>
  model.mirror.value.apis.find(({ identity }) => identity.id === apiId);

/** The part as the fix's own tab writes it: a handler in the language that the user chose. */
export async function textOf(model: PanelModel, { handler, target, text }: Fix): Promise<string> {
  const asked = model.handlerTarget.value;
  if (handler === undefined || asked === null || asked === target || handlerNames[asked] === undefined)
    return text;
  await loadLanguages(model);
  return model.writeHandler.value?.(handler, asked).text ?? text;
}
