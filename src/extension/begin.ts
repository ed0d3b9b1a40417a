import { type Preferences, preferencesName, readPreferences, storeKey } from '../session/index.ts';
import type { Memory } from './memory.ts';

/** What the panel kept of the user's wishes for every capture. `store` may throw when asked for. */
export function keptPreferences(store: () => Pick<Storage, 'getItem'>): Preferences {
  try {
    return readPreferences(JSON.parse(store().getItem(storeKey(preferencesName)) ?? 'null'));
  } catch {
    return readPreferences(null);
  }
}

/** Whether deep capture begins with DevTools: as it was left, unless the user wants it always so. */
export function beginning({ begins }: Preferences, asLeft: Memory): Memory {
  if (begins === 'as-left') return asLeft;
  return { get: () => begins === 'deep', set: (on) => asLeft.set(on) };
}
