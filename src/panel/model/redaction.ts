import type { Settings } from '../host.ts';

const key = 'include credentials';

/** Whether the user chose that exports and copies start with credentials included. Otherwise it is asked each time. */
export function includesCredentials(settings: Settings): boolean {
  return settings.get(key) === true;
}

/** What exports and copies begin with from now on. */
export function setIncludesCredentials(settings: Settings, included: boolean): void {
  settings.set(key, included);
}
