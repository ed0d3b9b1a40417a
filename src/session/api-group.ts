import type { Diagnosed, Finding, LoadedApi, LoadedTemplate } from '../diagnosis/index.ts';
import type { Exchange, Judgement, ManualSettings } from '../exchange/index.ts';
import type { ApiView } from '../fix/index.ts';
import type { ApiIdentity, GatewayIdentity } from '../gateway/index.ts';
import { byStart } from './order.ts';
import type { Steps } from './steps.ts';

/** One kept exchange with what the pipe made of it. Changes in place, so that siblings see it without a copy. */
export interface Entry {
  exchange: Exchange;
  judgement: Judgement;
  gateway: GatewayIdentity;
  /** The API as this exchange alone shows it. */
  identity: ApiIdentity;
  settings: ManualSettings;
  group: ApiGroup;
  /** Counts up on the board: decides between equal starts, so that siblings stand as a batch would have them. */
  readonly arrival: number;
  diagnosed: Diagnosed | null;
  /** The group's version at which it was diagnosed. */
  version: number;
}

/**
 * The exchanges of one API in order of time: the siblings of each of them, ready to be handed to a rule. `version`
 * counts changes; a member diagnosed at an earlier version may owe other findings by now.
 */
export class ApiGroup {
  version = 0;
  view: ApiView | null = null;
  viewIsCurrent = false;
  /** What the members show together, at which version. */
  #shown: { readonly version: number; readonly identity: ApiIdentity } | null = null;
  #members: Entry[] = [];
  #ordered = true;
  #cursor = 0;

  constructor(
    readonly id: string,
    private readonly steps: Steps,
    private readonly template: () => LoadedTemplate | null,
  ) {}

  get size(): number {
    return this.#members.length;
  }

  add(entry: Entry): void {
    this.#members.push(entry);
    this.touch();
  }

  remove(gone: (entry: Entry) => boolean): void {
    this.#members = this.#members.filter((entry) => !gone(entry));
    this.touch();
  }

  /** A member changed: its start may have, too. */
  touch(): void {
    this.version += 1;
    this.#ordered = false;
    this.viewIsCurrent = false;
  }

  /** Diagnoses one member against all; null where the findings are what they were. */
  diagnose(entry: Entry, evenIfSame: boolean): Diagnosed | null {
    entry.version = this.version;
    const { exchange, judgement, gateway, settings } = entry;
    const siblings = this.#inOrder();
    const template = this.#templateOf(entry);
    const findings = this.steps.diagnose({ exchange, judgement, gateway, siblings, template });
    if (!evenIfSame && entry.diagnosed !== null && same(entry.diagnosed.findings, findings)) return null;
    entry.diagnosed = { exchange, judgement, gateway, apiId: this.id, findings, settings };
    this.viewIsCurrent = false;
    return entry.diagnosed;
  }

  /**
   * Diagnoses up to `budget` members anew that were diagnosed before their siblings changed, going round, so that a
   * busy API starves none. Returns those whose findings changed, and how much of the budget is left (0: maybe not done).
   */
  rediagnose(budget: number): { readonly changed: readonly Diagnosed[]; readonly left: number } {
    const members = this.#inOrder();
    const changed: Diagnosed[] = [];
    let left = budget;
    for (let step = 0; step < members.length && left > 0; step += 1) {
      const entry = members[this.#cursor % members.length];
      this.#cursor = (this.#cursor + 1) % members.length;
      if (entry === undefined || entry.version === this.version) continue;
      left -= 1;
      const diagnosed = this.diagnose(entry, false);
      if (diagnosed !== null) changed.push(diagnosed);
    }
    return { changed, left };
  }

  updateView(): ApiView {
    const diagnosed = this.#inOrder().flatMap((entry) => entry.diagnosed ?? []);
    this.view = this.steps.viewApi(this.#identity, diagnosed);
    this.viewIsCurrent = true;
    return this.view;
  }

  /**
   * The API as its members show it together: while a request is pending, or where a response was stripped of its
   * headers, one exchange cannot tell the kind that another does. A front door's own word goes before a CDN's.
   */
  get #identity(): ApiIdentity {
    if (this.#shown?.version === this.version) return this.#shown.identity;
    const shown = this.#inOrder().map(({ identity }) => identity);
    const told = shown.find(({ kind }) => kind !== 'other' && kind !== 'cloudfront');
    const known = told ?? shown.find(({ kind }) => kind !== 'other') ?? shown[0];
    const identity = known ?? { id: this.id, kind: 'other', base: this.id };
    this.#shown = { version: this.version, identity };
    return identity;
  }

  #templateOf({ exchange }: Entry): LoadedApi | null {
    const loaded = this.template();
    if (loaded === null) return null;
    return this.steps.loadedApiOf(loaded, this.#identity, exchange);
  }

  /**
   * Start times mostly arrive in order, which makes the sort one pass. A new array after every change: rules sum up the
   * siblings once per array.
   */
  #inOrder(): readonly Entry[] {
    if (!this.#ordered)
      this.#members = [...this.#members].sort((a, b) => byStart(a, b) || a.arrival - b.arrival);
    this.#ordered = true;
    return this.#members;
  }
}

function same(one: readonly Finding[], other: readonly Finding[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
