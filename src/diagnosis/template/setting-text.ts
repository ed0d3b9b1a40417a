import type { SettingFault } from '../../gateway/index.ts';
import { joined, quote } from '../text.ts';
import { settingWords } from './words/common-words.ts';

/** What becomes of the setting, where the reason alone does not say it. */
function effectText({ effect }: SettingFault, why: string): string {
  if (effect === 'refused' && !why.includes('refused')) return 'The deployment is refused.';
  if (effect === 'ignored' && !/ignored|without a word/.test(why)) return 'It is ignored without a word.';
  return '';
}

/** Title and explanation of one wrong setting. */
export function settingText(fault: SettingFault): { readonly title: string; readonly explanation: string } {
  const { title, why, fix } = settingWords[fault.reason];
  const mended = fault.mended === null ? fix : `Write ${quote(fault.mended)} instead.`;
  return { title: title(fault), explanation: joined(effectText(fault, why), why, mended) };
}
