import type { Finding, Judged } from '../diagnosis/index.ts';

/** A judged exchange, with its findings where they are known. */
export interface Told extends Judged {
  readonly findings?: readonly Finding[];
}

/** What refuses a request before every setting, and whether nothing else explains the same bytes. */
export interface Beyond {
  readonly finding: Finding;
  readonly sure: boolean;
}

/**
 * Why a blocked exchange fails whatever an API's CORS settings and its handler say: a limit, a firewall or an edge before
 * them, or a URL that does not lead to the API. Null where nothing says so.
 */
export function beyondSettings({ judgement, findings = [] }: Told): Beyond | null {
  if (judgement.verdict.outcome !== 'blocked') return null;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const finding = errors.find(({ remedies }) => remedies.includes('beyond-settings'));
  if (finding === undefined) return null;
  const causes = errors.filter(({ causedBy }) => causedBy === null);
  return { finding, sure: causes.length > 0 && causes.every(isBeyond) };
}

const isBeyond = ({ remedies }: Finding): boolean =>
  remedies.includes('beyond-settings') &&
  remedies.every((remedy) => remedy === 'beyond-settings' || remedy === 'mend-client');

/** The rules by which exchanges are, or may be, beyond every setting, each once; sure where it is so of one of them. */
export function everyBeyond(all: readonly Told[]): readonly Beyond[] {
  const found = new Map<string, Beyond>();
  for (const one of all) {
    const beyond = beyondSettings(one);
    if (beyond === null) continue;
    const { rule } = beyond.finding;
    if (!found.has(rule) || (beyond.sure && found.get(rule)?.sure === false)) found.set(rule, beyond);
  }
  return [...found.values()];
}
