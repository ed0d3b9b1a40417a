import type { Diagnosed, LoadedTemplate } from '../diagnosis/index.ts';
import type { Exchange, ManualSettings } from '../exchange/index.ts';
import type { ApiView } from '../fix/index.ts';
import { ApiGroup, type Entry } from './api-group.ts';
import { byStart, inOrder } from './order.ts';
import type { Steps } from './steps.ts';

/** An API of up to this many exchanges has its view brought up to date whenever it changes; a larger one waits. */
const promptView = 200;

/**
 * The kept exchanges, judged, diagnosed and grouped by API. Putting an exchange judges it alone; `diagnose` diagnoses
 * what was put and, within a budget, siblings whose findings may have changed by it, so that in the end the same
 * exchanges give the same findings in whatever order they came.
 */
export class Board {
  readonly #entries = new Map<string, Entry>();
  readonly #groups = new Map<string, ApiGroup>();
  readonly #put = new Set<Entry>();
  readonly #stale = new Set<ApiGroup>();
  #arrivals = 0;

  constructor(
    private readonly steps: Steps,
    /** The template that is loaded now; `touch` when it changes. */
    private readonly template: () => LoadedTemplate | null = () => null,
  ) {}

  /** What every diagnosis rests on changed: all are owed anew. */
  touch(): void {
    for (const group of this.#groups.values()) {
      group.touch();
      this.#stale.add(group);
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether diagnoses or views are behind. */
  get behind(): boolean {
    if (this.#put.size > 0 || this.#stale.size > 0) return true;
    for (const group of this.#groups.values()) if (!group.viewIsCurrent) return true;
    return false;
  }

  /** Upserts by id; what the user set for the exchange stays. */
  put(exchange: Exchange): void {
    const before = this.#entries.get(exchange.id);
    const settings = before?.settings ?? {};
    const judgement = this.steps.judge(exchange, settings);
    const gateway = this.steps.identify(exchange);
    const identity = this.steps.apiOf(exchange, gateway);
    const group = this.#group(identity.id);
    if (before === undefined) {
      const arrival = this.#arrivals;
      const told = { exchange, judgement, gateway, identity, settings };
      const entry = { ...told, group, arrival, diagnosed: null, version: 0 };
      this.#arrivals += 1;
      this.#entries.set(exchange.id, entry);
      this.#put.add(entry);
      group.add(entry);
    } else {
      const { group: left } = before;
      before.exchange = exchange;
      before.judgement = judgement;
      before.gateway = gateway;
      before.identity = identity;
      before.group = group;
      this.#put.add(before);
      if (left === group) {
        group.touch();
      } else {
        group.add(before);
        this.#leave(left, (member) => member === before);
      }
    }
    this.#stale.add(group);
  }

  exchange(id: string): Exchange | null {
    return this.#entries.get(id)?.exchange ?? null;
  }

  /** What the user set by hand; false for an exchange that is not kept. */
  set(id: string, settings: ManualSettings): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined) return false;
    entry.settings = settings;
    this.put(entry.exchange);
    return true;
  }

  remove(ids: Iterable<string>): void {
    const gone = new Set<Entry>();
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (entry === undefined) continue;
      gone.add(entry);
      this.#entries.delete(id);
      this.#put.delete(entry);
    }
    for (const group of new Set([...gone].map((entry) => entry.group))) {
      this.#leave(group, (member) => gone.has(member));
    }
  }

  /** Ids in order of arrival, of all or of those that pass. */
  ids(passes: (exchange: Exchange) => boolean = () => true): string[] {
    return [...this.#entries].flatMap(([id, { exchange }]) => (passes(exchange) ? [id] : []));
  }

  /** Returns what changed, in order of start. `budget` bounds the siblings diagnosed anew, not what was put. */
  diagnose(budget: number): readonly Diagnosed[] {
    const changed = new Map<string, Diagnosed>();
    for (const entry of [...this.#put].sort(byStart)) {
      const diagnosed = entry.group.diagnose(entry, true);
      if (diagnosed !== null) changed.set(entry.exchange.id, diagnosed);
    }
    this.#put.clear();
    let left = budget;
    for (const group of this.#stale) {
      const round = group.rediagnose(left);
      for (const diagnosed of round.changed) changed.set(diagnosed.exchange.id, diagnosed);
      left = round.left;
      if (left <= 0) break;
      this.#stale.delete(group);
    }
    return inOrder(changed.values());
  }

  /** All views, APIs in order of first sight; `all` also brings those of large APIs up to date. */
  views(all: boolean): readonly ApiView[] {
    return [...this.#groups.values()].map((group) => {
      const wait = group.viewIsCurrent || (!all && group.size > promptView);
      return group.view !== null && wait ? group.view : group.updateView();
    });
  }

  /** All diagnosed exchanges in order of start. */
  diagnosed(): readonly Diagnosed[] {
    return inOrder([...this.#entries.values()].flatMap((entry) => entry.diagnosed ?? []));
  }

  #group(id: string): ApiGroup {
    const known = this.#groups.get(id);
    if (known !== undefined) return known;
    const group = new ApiGroup(id, this.steps, this.template);
    this.#groups.set(id, group);
    return group;
  }

  #leave(group: ApiGroup, gone: (entry: Entry) => boolean): void {
    group.remove(gone);
    if (group.size > 0) {
      this.#stale.add(group);
      return;
    }
    this.#stale.delete(group);
    this.#groups.delete(group.id);
  }
}
