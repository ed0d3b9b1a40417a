/** Why causes happen: the words of all rules, loaded when the first is asked for. They are part of the extension, so that no network is needed. */
import { knownWords, rules } from '../../diagnosis/index.ts';
import { causeLink } from '../../report/index.ts';

export interface Why {
  readonly symptom: string | null;
  readonly why: string | null;
  readonly fix: string | null;
  readonly known: string | null;
  /** The section of the documentation. */
  readonly section: string;
  readonly links: readonly string[];
}

/** Null for a rule that this version does not know. */
export function whyOf(rule: string): Why | null {
  const meta = rules.find(({ id }) => id === rule)?.meta;
  if (meta === undefined) return null;
  const { symptom = null, why = null, fix = null, known, links } = meta;
  return {
    symptom,
    why,
    fix,
    known: known === undefined ? null : knownWords[known],
    section: causeLink(rule),
    links,
  };
}
