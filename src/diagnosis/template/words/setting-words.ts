import type { SettingFault } from '../../../gateway/index.ts';
import type { Remedy } from '../../finding.ts';
import type { Known } from '../../rule.ts';

/** What is said of one kind of wrong setting, wherever it stands and whatever it does to an exchange. */
export interface SettingWords {
  readonly rank: number;
  readonly known: Known;
  readonly title: (fault: SettingFault) => string;
  readonly summary: string;
  readonly symptom: string;
  /** What happens, and why. */
  readonly why: string;
  readonly fix: string;
  readonly remedies: readonly Remedy[];
  /** Rules whose findings this one does not explain: other lists that fail by themselves. */
  readonly leaves?: readonly string[];
}
