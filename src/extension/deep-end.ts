/** Why deep capture ended, or did not begin, without the user's switching it off. */
export type DeepEnd =
  | { readonly reason: 'cancelled' | 'target-closed' | 'occupied' | 'forbidden' }
  | { readonly reason: 'refused'; readonly words: string };

/** Of the browser's reason in `onDetach`. */
export function endOfDetach(reason: string): DeepEnd {
  switch (reason) {
    case 'canceled_by_user':
      return { reason: 'cancelled' };
    case 'target_closed':
      return { reason: 'target-closed' };
    default:
      return { reason: 'refused', words: reason };
  }
}

/** Attaching was refused because one extension attaches to a tab once. */
export function isOccupied(error: unknown): boolean {
  return error instanceof Error && /already attached/i.test(error.message);
}

/** What attaching rejects with where another page of the extension debugs the tab. */
export const occupied = (): Error => new Error('Already attached by another DevTools window.');

/** Of what attaching was rejected with. Chromium tells it in words only. */
export function endOfRefusal(error: unknown): DeepEnd {
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  if (isOccupied(error)) return { reason: 'occupied' };
  if (/cannot (access|attach)|cannot be (scripted|debugged)|restricted/i.test(words))
    return { reason: 'forbidden' };
  return { reason: 'refused', words };
}

const sentences = {
  cancelled: 'Deep capture ended, because the browser’s debugging bar was closed.',
  'target-closed':
    'Deep capture ended, because the browser took this page away from debuggers. It does so for its own pages and its store.',
  occupied:
    'Deep capture could not begin: this tab is already being debugged by this extension, perhaps from another DevTools window.',
  forbidden: 'Deep capture could not begin: the browser lets no extension debug this page.',
} as const;

/** In plain words, with what captures now. */
export function describeEnd(end: DeepEnd): string {
  const what =
    end.reason === 'refused'
      ? `Deep capture is not on. The browser says: ${end.words}`
      : sentences[end.reason];
  return `${what.replace(/[^.]$/, '$&.')} Standard capture goes on; of requests that were under way the end was not seen.`;
}
