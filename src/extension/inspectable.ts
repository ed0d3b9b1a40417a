import { field } from './fields.ts';

/** The part of `devtools.inspectedWindow` that this needs. */
export interface EvalApi {
  /** Gives the value alone (Chromium), or the value and a fault beside it (Firefox, the polyfill). */
  readonly eval: (expression: string) => Promise<unknown>;
}

/**
 * Tells whether the tab's page is one that the browser keeps extensions out of: its own pages, empty tabs, error pages,
 * the extension store. DevTools sends no event for those, and refuses to evaluate even a number there (seen in Chromium 156, whose own promise
 * rejects; the polyfill's and Firefox's resolves with the fault beside the value).
 */
export class InspectableWatch {
  #round = 0;
  #last = true;

  constructor(
    private readonly api: EvalApi,
    private readonly tell: (inspectable: boolean) => void,
  ) {}

  /** Asks anew, after the tab may have gone elsewhere. An earlier answer that comes later is dropped. */
  async check(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const inspectable = await this.#look();
    if (round !== this.#round || inspectable === this.#last) return;
    this.#last = inspectable;
    this.tell(inspectable);
  }

  async #look(): Promise<boolean> {
    try {
      const answer = await this.api.eval('0');
      return !(Array.isArray(answer) && field(answer[1], 'isError') === true);
    } catch {
      return false;
    }
  }
}
