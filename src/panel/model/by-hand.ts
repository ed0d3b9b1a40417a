import type { Credentials, RequestMode } from '../../cors/index.ts';
import type { ManualSettings } from '../../exchange/index.ts';

const credentials: readonly Credentials[] = ['include', 'same-origin', 'omit'];
/** The two that a script's request to another origin can have. */
const modes: readonly RequestMode[] = ['cors', 'no-cors'];
const preflights: readonly NonNullable<ManualSettings['preflight']>[] = ['cached', 'missing'];

export type Settable = 'credentials' | 'mode' | 'preflight';

/** What can be chosen by hand for each fact, and how it is called. */
export const choices: Readonly<
  Record<Settable, readonly { readonly value: string; readonly label: string }[]>
> = {
  credentials: credentials.map((value) => ({ value, label: value })),
  mode: modes.map((value) => ({ value, label: value })),
  preflight: [
    { value: 'cached', label: 'from the cache' },
    { value: 'missing', label: 'not from the cache' },
  ],
};

/** The settings with one fact chosen; any word that is no choice gives the fact back to the capture. */
export function withChoice(settings: ManualSettings, fact: Settable, choice: string): ManualSettings {
  const { [fact]: _, ...others } = settings;
  switch (fact) {
    case 'credentials': {
      const chosen = credentials.find((value) => value === choice);
      return chosen === undefined ? others : { ...others, credentials: chosen };
    }
    case 'mode': {
      const chosen = modes.find((value) => value === choice);
      return chosen === undefined ? others : { ...others, mode: chosen };
    }
    case 'preflight': {
      const chosen = preflights.find((value) => value === choice);
      return chosen === undefined ? others : { ...others, preflight: chosen };
    }
  }
}

const names: Readonly<Record<Settable, string>> = {
  credentials: 'credentials mode',
  mode: 'request mode',
  preflight: 'preflight',
};

/** `credentials mode include, preflight from the cache`; null where nothing was set. */
export function byHandWords(settings: ManualSettings): string | null {
  const facts: readonly Settable[] = ['credentials', 'mode', 'preflight'];
  const words = facts.flatMap((fact) => {
    const value = settings[fact];
    if (value === undefined) return [];
    const label = choices[fact].find((choice) => choice.value === value)?.label ?? value;
    return [`${names[fact]} ${label}`];
  });
  return words.length === 0 ? null : words.join(', ');
}
