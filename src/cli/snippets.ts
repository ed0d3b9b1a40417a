import type { ApiView, FixKind } from '../fix/index.ts';
import { visible } from '../report/index.ts';
import type { Outcome } from './outcome.ts';

/** An API's view, and the front door and place for which its snippet is wanted. */
export interface Wanted {
  readonly view: ApiView;
  readonly kind: FixKind;
  /** `Globals` and the API's own resource are two places for one thing. */
  readonly place: 'Globals' | 'resource';
}

/** Places of which one is enough; the rest of a fix is printed beside it. */
const alternatives = { Globals: true, resource: true, 'stage-parameter': true };

/** SAM snippets to paste, as YAML documents; the proof and what else is to do on standard error. */
export function snippets(wanted: readonly Wanted[]): Outcome {
  const documents: string[] = [];
  const err: string[] = [];
  let proven = true;
  for (const { view, kind, place } of wanted) {
    const fixes = view.fixes[kind];
    const { passed, failed, strangersRefused, strangersAccepted } = view.proofs[kind];
    const base = visible(view.identity.base);
    for (const { kind: part, target, title, text } of fixes) {
      if (part === 'sam' && !(target in alternatives && target !== place))
        documents.push(`# ${base}\n# ${visible(title)}\n${text.endsWith('\n') ? text : `${text}\n`}`);
    }
    err.push(
      `${base}: ${passed} of ${passed + failed} captured requests pass, ${strangersRefused} of ${strangersRefused + strangersAccepted} strangers are refused.`,
    );
    if (fixes.some((fix) => fix.kind === 'handler'))
      err.push(`${base}: the handler must change, too: "inspect --format markdown" writes it.`);
    for (const { kind: part, title } of fixes) if (part === 'note') err.push(`${base}: ${visible(title)}`);
    if (failed > 0 || strangersAccepted > 0) proven = false;
  }
  return { out: documents.join('---\n'), err, code: proven ? 0 : 1 };
}
