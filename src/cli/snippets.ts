import {
  type ApiView,
  type Fix,
  type FixKind,
  holds,
  proofText,
  unverifiedTexts,
  writeHandler,
} from '../fix/index.ts';
import { visible } from '../report/index.ts';
import type { FixFormat } from './arguments.ts';
import type { Captured, Read } from './input.ts';
import type { Outcome } from './outcome.ts';

/** An API's view, and the front door and place for which its snippet is wanted. */
export interface Wanted {
  readonly view: ApiView;
  readonly kind: FixKind;
  /** `Globals` and the API's own resource are two places for one thing. */
  readonly place: 'Globals' | 'resource';
  /** Origins of development are to be kept out of production. */
  readonly byStage: boolean;
}

/** Places of which one is enough; the rest of a fix is printed beside it. */
const perStage = 'stage-parameter';
const places = { Globals: true, resource: true, [perStage]: true };

/** A second choice is not printed where the first is. */
const firstChoice: Readonly<Record<string, string>> = {
  'own-options': 'function-events',
  'options-route': 'routes',
};

/** The one place that is wanted; by stage, what holds the origins by stage, and the place only where that is not the whole setting. */
function isWanted({ target }: Fix, { place, byStage }: Wanted, fixes: readonly Fix[]): boolean {
  if (fixes.some((other) => other.target === firstChoice[target])) return false;
  if (!(target in places)) return true;
  const staged = byStage ? fixes.find((other) => other.target === perStage) : undefined;
  if (staged === undefined) return target === place;
  return target === perStage || (target === place && !staged.text.includes('AllowOrigin'));
}

/** SAM snippets to paste, as YAML documents; the proof and what else is to do on standard error. */
export function snippets(wanted: readonly Wanted[]): Outcome {
  const documents: string[] = [];
  const err: string[] = [];
  let proven = true;
  for (const one of wanted) {
    const { view, kind } = one;
    const fixes = view.fixes[kind];
    const proof = view.proofs[kind];
    const base = visible(view.identity.base);
    for (const fix of fixes) {
      const { kind: part, title, text } = fix;
      if (part === 'sam' && isWanted(fix, one, fixes))
        documents.push(`# ${base}\n# ${visible(title)}\n${text.endsWith('\n') ? text : `${text}\n`}`);
    }
    err.push(...[proofText(proof), ...unverifiedTexts(proof)].map((text) => `${base}: ${text}`));
    if (fixes.some((fix) => fix.kind === 'handler'))
      err.push(`${base}: the handler must change, too: "fix --format handler" writes it.`);
    for (const fix of fixes) if (fix.kind === 'note') err.push(...noteLines(base, fix));
    if (!holds(proof)) proven = false;
  }
  return { out: documents.join('---\n'), err, code: proven ? 0 : 1 };
}

/** A note in full, because nothing else says it at a shell. */
const noteLines = (base: string, { title, text }: Fix): readonly string[] => [
  `${base}: ${visible(title)}`,
  ...text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${visible(line)}`),
];

export const nothing: Outcome = { out: '', err: ['Nothing captured asks for CORS.'], code: 0 };

/** Without a template: of every API that blocks something, or of all where nothing is blocked. */
export function withoutTemplate(
  { exchanges, apis }: Captured,
  format: FixFormat | null,
  language: string | null,
  byStage: boolean,
): Read<Outcome> {
  const blocked = new Set(
    exchanges.flatMap(({ judgement, apiId }) => (judgement.verdict.outcome === 'blocked' ? [apiId] : [])),
  );
  const asking = apis.filter(({ policy }) => policy.origins.length > 0);
  const blocking = asking.filter(({ identity }) => blocked.has(identity.id));
  const chosen = blocking.length > 0 ? blocking : asking;
  if (chosen.length === 0)
    return {
      ok: true,
      value:
        blocked.size === 0
          ? nothing
          : { out: '', err: ['No origin that an allow-list can hold is blocked.'], code: 1 },
    };
  const wanted = chosen.map((view): Wanted => ({ view, kind: view.suggested, place: 'Globals', byStage }));
  const value = snippets(wanted);
  if (format !== 'handler') return { ok: true, value };
  const [handler = '', another] = new Set(wanted.flatMap((one) => handlersOf(one, language)));
  if (another !== undefined)
    return {
      ok: false,
      message: `the handlers behind ${chosen.map(({ identity }) => identity.base).join(' and ')} differ: give a template and choose its API with --api`,
    };
  return { ok: true, value: { ...value, out: handler } };
}

const handlersOf = ({ view, kind }: Wanted, language: string | null): readonly string[] =>
  view.fixes[kind].flatMap(({ handler }) =>
    handler === undefined ? [] : [writeHandler(handler, language ?? undefined).text],
  );
