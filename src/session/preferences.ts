/** What the user wants of every live capture. It is kept where both the panel and the DevTools page find it. */
export interface Preferences {
  /** Most exchanges that are kept. */
  readonly limit: number;
  /** How capture begins when DevTools opens: as it was left, or always so. */
  readonly begins: Beginning;
  readonly keepLog: boolean;
}

export type Beginning = 'as-left' | 'standard' | 'deep';

export const beginnings: readonly Beginning[] = ['as-left', 'standard', 'deep'];

/** Limits to choose from. At about 1 kB each, the largest keeps some 100 MB. */
export const limits: readonly number[] = [1_000, 10_000, 50_000, 100_000];

export const firstPreferences: Preferences = { limit: 10_000, begins: 'as-left', keepLog: false };

/** The name by which they are kept among the settings. */
export const preferencesName = 'capture';

/** Reads what was kept: another version may have written it. What is not understood is as at first. */
export function readPreferences(kept: unknown): Preferences {
  if (typeof kept !== 'object' || kept === null) return firstPreferences;
  return {
    limit: limits.find((limit) => 'limit' in kept && kept.limit === limit) ?? firstPreferences.limit,
    begins: beginnings.find((each) => 'begins' in kept && kept.begins === each) ?? firstPreferences.begins,
    keepLog: 'keepLog' in kept && kept.keepLog === true,
  };
}

/** The key of the browser's store under which a setting is kept, as JSON. */
export const storeKey = (name: string): string => `setting ${name}`;
