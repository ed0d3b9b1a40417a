import type { SettingFault } from '../../gateway/index.ts';
import { quote } from '../text.ts';
import { settingWords } from './words/common-words.ts';

const effects = {
  refused: 'The deployment is refused.',
  ignored: 'The setting is ignored without a word.',
  misread: 'It does something else than it seems to.',
} as const;

/** Title and explanation of one wrong setting. */
export function settingText(fault: SettingFault): { readonly title: string; readonly explanation: string } {
  const { title, why, fix } = settingWords[fault.reason];
  const mended = fault.mended === null ? fix : `Write ${quote(fault.mended)} instead.`;
  return { title: title(fault), explanation: `${effects[fault.effect]} ${why} ${mended}` };
}
