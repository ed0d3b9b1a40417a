import type { WireEvent } from '../capture/index.ts';
import type { TabOrigins } from './tab-origins.ts';

/** Requests under way that are remembered; more than any worker has open, and a bound where ends are never told. */
const openLimit = 1_000;

/** The tab id that browsers give to what belongs to no tab: shared and service workers. */
export const noTab = -1;

/**
 * Of the requests that the browser ascribes to no tab, lets through those that `TabOrigins` takes to be this tab's, from
 * beginning to end, marked as such. Which kind of worker sent them is not told.
 */
export class BackgroundRequests {
  readonly #open = new Set<string>();

  constructor(private readonly origins: TabOrigins) {}

  admit(events: readonly WireEvent[]): readonly WireEvent[] {
    return events.flatMap((event): readonly WireEvent[] => {
      if (event.type === 'request') {
        if (!this.#open.has(event.id) && !this.origins.owns(event.initiator, event.time)) return [];
        this.#begin(event.id);
        return [{ ...event, requester: 'background-worker', tabInferred: true }];
      }
      if (!this.#open.has(event.id)) return [];
      if (event.type === 'completion' || event.type === 'failure') this.#open.delete(event.id);
      return [event];
    });
  }

  #begin(id: string): void {
    this.#open.add(id);
    if (this.#open.size <= openLimit) return;
    for (const oldest of this.#open) {
      this.#open.delete(oldest);
      return;
    }
  }
}
