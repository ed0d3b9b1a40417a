import type { SettingFault } from '../../gateway/index.ts';
import { quote } from '../text.ts';

/** A setting's path within a sentence: as code where it is made of names only, else quoted as a stranger's. */
export function settingName({ setting }: Pick<SettingFault, 'setting'>): string {
  return /^[\w.[\]:/-]{1,120}$/.test(setting) ? `\`${setting}\`` : quote(setting);
}
