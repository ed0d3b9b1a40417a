import { type LoadedTemplate, loadTemplate } from '../diagnosis/index.ts';
import {
  diffOf,
  type Edit,
  fixTemplate,
  holds,
  needHandlerText,
  synthesisePolicy,
  type TemplateShare,
  writeHandler,
} from '../fix/index.ts';
import { visible } from '../report/index.ts';
import type { FixFormat } from './arguments.ts';
import { chooseApis } from './choose-api.ts';
import { combined } from './combined.ts';
import type { Captured, Read } from './input.ts';
import type { Outcome } from './outcome.ts';
import { nothing, snippets, type Wanted, withoutTemplate } from './snippets.ts';
import { proofLines } from './verify.ts';

/** The least change with which what was captured passes. */
export function fix(captured: Captured, { api, format, handler, stages }: Asked): Read<Outcome> {
  const { loaded } = captured;
  if (loaded === null) return withoutTemplate(captured, format, handler, stages);
  const chosen = chooseApis(captured, loaded, api);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return { ok: true, value: nothing };
  if (format === 'snippet') return { ok: true, value: snippets(wantedOf(captured, chosen.value, stages)) };
  return merge(loaded, chosen.value, format ?? 'diff', handler, stages);
}

interface Asked {
  readonly api: string | null;
  readonly format: FixFormat | null;
  /** The language of the handler; null for Node.js. */
  readonly handler: string | null;
  readonly stages: boolean;
}

function merge(
  { name, template }: LoadedTemplate,
  shares: readonly TemplateShare[],
  format: 'diff' | 'template' | 'handler',
  language: string | null,
  byStage: boolean,
): Read<Outcome> {
  const handlers = new Set<string>();
  const edits: (readonly Edit[])[] = [];
  const err: string[] = [];
  let proven = true;
  for (const { api, diagnosed } of shares) {
    const policy = synthesisePolicy(diagnosed);
    const findings = diagnosed.flatMap((one) => one.findings);
    const made = fixTemplate({ template, api, policy, judged: diagnosed, findings, byStage });
    if (!made.ok) {
      const { place, reason, nearest } = made.merged;
      const at = place === null ? name : `${name}:${place.line}:${place.column}`;
      const line = visible(`${at}: ${api.logicalId} cannot be changed so (${reason}). ${nearest}`);
      return { ok: true, value: { out: '', err: [line], code: 1 } };
    }
    const { merged, proof, needHandler } = made;
    edits.push(merged.edits);
    if (made.handler !== null) handlers.add(writeHandler(made.handler, language ?? undefined).text);
    err.push(...proofLines(api.logicalId, proof));
    const waiting = needHandlerText(needHandler, made.handler !== null);
    if (waiting !== null)
      err.push(`  ${waiting}${made.handler === null ? '.' : ': "fix --format handler" writes it.'}`);
    err.push(...merged.notes.map((note) => `  ${visible(note)}`));
    if (!holds(proof)) proven = false;
  }
  const all = combined(template.text, edits);
  if (all === null || !loadTemplate(all.text, name).ok)
    return {
      ok: false,
      message: `the changes for ${shares.map(({ api }) => api.logicalId).join(' and ')} touch the same lines: choose one with --api, then the next`,
    };
  if (format === 'handler') {
    const [handler, another] = handlers;
    const ids = shares.map(({ api }) => api.logicalId).join(' and ');
    if (handler === undefined) return { ok: false, message: `no function stands behind ${ids}` };
    if (another !== undefined)
      return { ok: false, message: `the handlers behind ${ids} differ: choose one with --api` };
    return { ok: true, value: { out: handler, err, code: proven ? 0 : 1 } };
  }
  if (all.edits.length === 0) err.unshift(`${visible(name)} says all this already.`);
  const out = format === 'template' ? all.text : diffOf(template.text, all.edits, name);
  return { ok: true, value: { out, err, code: proven ? 0 : 1 } };
}

function wantedOf({ apis }: Captured, shares: readonly TemplateShare[], byStage: boolean): readonly Wanted[] {
  return shares.flatMap(({ api, diagnosed }): readonly Wanted[] => {
    const view = apis.find(({ identity }) => identity.id === diagnosed[0]?.apiId);
    if (view === undefined) return [];
    return [{ view, kind: api.kind, place: api.implicit ? 'Globals' : 'resource', byStage }];
  });
}
