import type { SettingFault } from './setting-fault.ts';
import type { TemplateApi } from './template-api.ts';

/** The faults of several APIs in the text's order; one that they share, such as one of `Globals`, comes once. */
export function faultsOf(apis: readonly TemplateApi[]): readonly SettingFault[] {
  const distinct = new Map<string, SettingFault>();
  for (const fault of apis.flatMap(({ faults }) => faults))
    distinct.set(`${fault.reason} ${fault.place.start} ${fault.setting}`, fault);
  return [...distinct.values()].toSorted((a, b) => a.place.start - b.place.start);
}
