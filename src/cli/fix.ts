import { type LoadedTemplate, loadTemplate } from '../diagnosis/index.ts';
import { diffOf, type Edit, fixTemplate, holds, synthesisePolicy, type TemplateShare } from '../fix/index.ts';
import { visible } from '../report/index.ts';
import type { FixFormat } from './arguments.ts';
import { chooseApis } from './choose-api.ts';
import { combined } from './combined.ts';
import type { Captured, Read } from './input.ts';
import type { Outcome } from './outcome.ts';
import { snippets, type Wanted } from './snippets.ts';
import { proofLines } from './verify.ts';

const nothing: Outcome = { out: '', err: ['Nothing captured asks for CORS.'], code: 0 };

/** The least change with which what was captured passes. */
export function fix(
  captured: Captured,
  { api, format }: { readonly api: string | null; readonly format: FixFormat | null },
): Read<Outcome> {
  const { loaded } = captured;
  if (loaded === null) return { ok: true, value: snippetsAlone(captured) };
  const chosen = chooseApis(captured, loaded, api);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return { ok: true, value: nothing };
  if (format === 'snippet') return { ok: true, value: snippets(wantedOf(captured, chosen.value)) };
  return merge(loaded, chosen.value, format ?? 'diff');
}

function merge(
  { name, template }: LoadedTemplate,
  shares: readonly TemplateShare[],
  format: 'diff' | 'template',
): Read<Outcome> {
  const edits: (readonly Edit[])[] = [];
  const err: string[] = [];
  let proven = true;
  for (const { api, diagnosed } of shares) {
    const policy = synthesisePolicy(diagnosed);
    const findings = diagnosed.flatMap((one) => one.findings);
    const made = fixTemplate({ template, api, policy, judged: diagnosed, findings });
    if (!made.ok) {
      const { place, reason, nearest } = made.merged;
      const at = place === null ? name : `${name}:${place.line}:${place.column}`;
      const line = visible(`${at}: ${api.logicalId} cannot be changed so (${reason}). ${nearest}`);
      return { ok: true, value: { out: '', err: [line], code: 1 } };
    }
    const { merged, proof, needHandler } = made;
    edits.push(merged.edits);
    err.push(...proofLines(api.logicalId, proof));
    if (needHandler > 0)
      err.push(
        `  ${needHandler} of them pass only once the handler is changed, too: "inspect --format markdown" writes it.`,
      );
    err.push(...merged.notes.map((note) => `  ${visible(note)}`));
    if (!holds(proof)) proven = false;
  }
  const all = combined(template.text, edits);
  if (all === null || !loadTemplate(all.text, name).ok)
    return {
      ok: false,
      message: `the changes for ${shares.map(({ api }) => api.logicalId).join(' and ')} touch the same lines: choose one with --api, then the next`,
    };
  if (all.edits.length === 0) err.unshift(`${visible(name)} says all this already.`);
  const out = format === 'template' ? all.text : diffOf(template.text, all.edits, name);
  return { ok: true, value: { out, err, code: proven ? 0 : 1 } };
}

/** Without a template: of every API that blocks something, or of all where nothing is blocked. */
function snippetsAlone({ exchanges, apis }: Captured): Outcome {
  const blocked = new Set(
    exchanges.flatMap(({ judgement, apiId }) => (judgement.verdict.outcome === 'blocked' ? [apiId] : [])),
  );
  const asking = apis.filter(({ policy }) => policy.origins.length > 0);
  const chosen = asking.some(({ identity }) => blocked.has(identity.id))
    ? asking.filter(({ identity }) => blocked.has(identity.id))
    : asking;
  if (chosen.length === 0)
    return blocked.size === 0
      ? nothing
      : { out: '', err: ['No origin that an allow-list can hold is blocked.'], code: 1 };
  return snippets(chosen.map((view) => ({ view, kind: view.suggested, place: 'Globals' })));
}

function wantedOf({ apis }: Captured, shares: readonly TemplateShare[]): readonly Wanted[] {
  return shares.flatMap(({ api, diagnosed }): readonly Wanted[] => {
    const view = apis.find(({ identity }) => identity.id === diagnosed[0]?.apiId);
    if (view === undefined) return [];
    return [{ view, kind: api.kind, place: api.implicit ? 'Globals' : 'resource' }];
  });
}
