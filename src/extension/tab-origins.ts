/** How long after its page was left an origin's workers may still send, in ms: Chromium ends a service worker's longest task after 5 minutes. */
const workersOutlive = 300_000;
/** Origins that are remembered; a page with more frames than this loses the earliest. */
const limit = 64;

/**
 * Decides whether a request that the browser ascribes to no tab belongs to this one. Shared and service workers serve
 * every tab of their origin, so nothing can prove it: it belongs here if this tab shows, or showed shortly before, the
 * origin that sent it. The extension's own requests, and those of other schemes, never do.
 */
export class TabOrigins {
  /** By origin: when its page was left, in ms since the epoch; null while it is shown. */
  readonly #origins = new Map<string, number | null>();

  /** A document of this origin is in the tab, in any frame. */
  shows(origin: string): void {
    if (!/^https?:\/\//.test(origin)) return;
    this.#origins.delete(origin);
    this.#origins.set(origin, null);
    if (this.#origins.size <= limit) return;
    for (const oldest of this.#origins.keys()) {
      this.#origins.delete(oldest);
      return;
    }
  }

  /** The tab's top document is replaced: what it showed so far it shows no more. */
  leaves(time: number): void {
    for (const [origin, left] of this.#origins) {
      if (left === null) this.#origins.set(origin, time);
      else if (time - left > workersOutlive) this.#origins.delete(origin);
    }
  }

  /** `initiator` as the browser tells it; null where it does not. */
  owns(initiator: string | null, time: number): boolean {
    if (initiator === null) return false;
    const left = this.#origins.get(initiator);
    return left === null || (left !== undefined && time - left <= workersOutlive);
  }
}
