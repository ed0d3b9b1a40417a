import type { SiteAccess } from '../session/index.ts';

/** The part of `permissions` that this needs. */
export interface PermissionsApi {
  contains(permissions: { origins: string[] }): Promise<boolean>;
  readonly onAdded: { addListener(listener: () => void): void; removeListener(listener: () => void): void };
  readonly onRemoved: { addListener(listener: () => void): void; removeListener(listener: () => void): void };
}

/** Origins of called sites that are looked at; the earliest go. */
const limit = 32;

const isWeb = (origin: string): boolean => /^https?:\/\//.test(origin);

/** A match pattern has no port: access is given to a host with all of its ports. */
function patternOf(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Watches whether the browser lets this extension see the page and the sites that it calls. Access is the user's to give:
 * Chromium lets it be withheld until a click or from all but some sites, Firefox lets it be revoked. Where all sites are
 * granted nothing else is asked.
 */
export class AccessWatch {
  #page: string | null = null;
  readonly #called = new Set<string>();
  #round = 0;
  readonly #again = (): void => void this.check();

  constructor(
    private readonly api: PermissionsApi,
    private readonly tell: (access: SiteAccess) => void,
  ) {
    api.onAdded.addListener(this.#again);
    api.onRemoved.addListener(this.#again);
  }

  /** The page that the tab shows now, by its origin; null where it is not known. */
  shows(origin: string | null): void {
    this.#page = origin !== null && isWeb(origin) ? origin : null;
    this.#called.clear();
    void this.check();
  }

  /** The page asked this origin, whether or not the traffic could be seen. */
  calls(origin: string): void {
    if (!isWeb(origin) || this.#called.has(origin)) return;
    this.#called.add(origin);
    if (this.#called.size > limit) {
      for (const oldest of this.#called) {
        this.#called.delete(oldest);
        break;
      }
    }
    void this.check();
  }

  /** Tells what holds now; what an earlier check finds later is dropped. */
  async check(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const access = await this.#look();
    if (round === this.#round) this.tell(access);
  }

  stop(): void {
    this.#round += 1;
    this.api.onAdded.removeListener(this.#again);
    this.api.onRemoved.removeListener(this.#again);
  }

  async #look(): Promise<SiteAccess> {
    try {
      if (await this.api.contains({ origins: ['<all_urls>'] }))
        return { siteAccess: 'granted', withheldFrom: [] };
      const origins = [...(this.#page === null ? [] : [this.#page]), ...this.#called];
      const withheldFrom: string[] = [];
      for (const origin of new Set(origins)) {
        const pattern = patternOf(origin);
        if (pattern !== null && !(await this.api.contains({ origins: [pattern] }))) withheldFrom.push(origin);
      }
      // The page and all that it was seen to call are granted: whatever else it may call is not known.
      const granted = this.#page !== null && this.#called.size > 0 && withheldFrom.length === 0;
      return { siteAccess: granted ? 'granted' : 'withheld', withheldFrom };
    } catch {
      return { siteAccess: 'unknown', withheldFrom: [] };
    }
  }
}
