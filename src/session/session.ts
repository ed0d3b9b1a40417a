import type { Exchange, SourceKind, WireEvent } from '../exchange/index.ts';
import { Board } from './board.ts';
import { BoundedMap } from './bounded.ts';
import { hasEnded, wasGivenUp } from './ended.ts';
import { Lanes } from './lanes.ts';
import type {
  CaptureCommand,
  DeepState,
  Navigation,
  SessionCommand,
  SessionEvent,
  SessionState,
  SiteAccess,
} from './messages.ts';
import { limitNotice, Notices, shownFileNotice } from './notices.ts';
import { restore } from './pipe.ts';
import { PutAway } from './put-away.ts';
import { type Origin, steps as ownSteps, type Steps } from './steps.ts';
import { type KeptTemplate, keepTemplate } from './template.ts';

export interface SessionOptions extends Origin {
  /** Calls `flush` once, soon: changes of the time between are told together. */
  readonly schedule: (flush: () => void) => void;
  /** Reloads the captured page. */
  readonly reload: () => void;
  /** Whether deep capture can be switched on here; by default it cannot. */
  readonly deep?: DeepState;
  /** Does what only the host can; `disable-cache` comes with what holds now, whenever it changes. */
  readonly capture?: (command: CaptureCommand) => void;
  /** Opens what asks the user for site access; absent where nothing can. */
  readonly askAccess?: () => void;
  /** Most exchanges that a live capture keeps; a file is kept whole. */
  readonly limit?: number;
  readonly steps?: Steps;
}

/** Dividers that a kept log has at most. */
const mostNavigations = 200;
/** Siblings diagnosed anew per flush, and flushes after which large APIs' views are brought up to date though traffic goes on. */
const siblingsPerFlush = 200;
const flushesPerView = 20;

/**
 * The pipe as a live value. Wire events and commands go in, session events come out to every subscriber.
 *
 * A session shows either what was captured or one file, never both: importing replaces the list and switches recording
 * off; requests under way stay out for good; switching recording on again drops the file and starts with an empty list.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #steps: Steps;
  #limit: number;
  readonly #lanes: Lanes;
  readonly #notices = new Notices();
  readonly #away = new PutAway();
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  /** Exchanges that were cleared or had to go: later news of them does not bring them back. */
  readonly #forgotten: BoundedMap<true>;
  /** Exchanges that were under way when the page was left; aborted, they go with it. */
  readonly #leaving = new Set<string>();
  #changed = new Map<string, Exchange>();
  #board: Board;
  #template: KeptTemplate | null = null;
  #keepLog = false;
  #deep: DeepState;
  #disableCache = false;
  #inspectable = true;
  #access: SiteAccess = { siteAccess: 'unknown', withheldFrom: [] };
  #navigations: readonly Navigation[] = [];
  #showsFile = false;
  #scheduled = false;
  #flushes = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#steps = options.steps ?? ownSteps;
    this.#limit = options.limit ?? 10_000;
    this.#forgotten = new BoundedMap(this.#limit);
    // Only these two: an assembler writes what it is given into every exchange.
    this.#lanes = new Lanes(options.source, (source) =>
      this.#steps.assembler({ source, browser: options.browser }),
    );
    this.#board = new Board(this.#steps, () => this.#template?.loaded ?? null);
    this.#lanes.recording = this.#captures;
    this.#deep = options.deep ?? 'unavailable';
  }

  /** A session over files only has nothing to record. */
  get #captures(): boolean {
    return this.#options.source !== 'har';
  }

  get state(): SessionState {
    return {
      recording: this.#lanes.recording,
      keepLog: this.#keepLog,
      notice: this.#notices.text,
      noticeWarns: this.#notices.warns,
      capture: !this.#captures ? 'none' : this.#deep === 'on' ? 'deep' : 'standard',
      deep: this.#deep,
      deepNotice: this.#notices.deep,
      disableCache: this.#disableCache,
      putAway: this.#away.origins,
      template: this.#template?.state ?? null,
      navigations: this.#navigations,
      ...this.#access,
      inspectable: this.#inspectable,
    };
  }

  /** Events of a source, in its order. */
  push(events: readonly WireEvent[], source: SourceKind = this.#options.source): void {
    for (const event of events) this.#change(this.#lanes.push(event, source));
  }

  #change(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      if (!this.#forgotten.has(exchange.id)) this.#changed.set(exchange.id, exchange);
    }
    if (this.#changed.size > 0) this.#flushSoon();
  }

  command(command: SessionCommand): void {
    switch (command.type) {
      case 'record':
        this.#record(command.on);
        break;
      case 'clear':
        this.#clear();
        break;
      case 'keep-log':
        this.#keepLog = command.on;
        this.#tellState();
        break;
      case 'limit':
        if (!Number.isSafeInteger(command.exchanges) || command.exchanges < 1) break;
        this.#limit = command.exchanges;
        this.#notices.limit = null;
        this.#tellState();
        this.#flushSoon();
        break;
      case 'settings':
        if (this.#board.set(command.exchangeId, command.settings)) this.#flushSoon();
        break;
      case 'put-away':
        this.#putAway(command.exchangeId);
        break;
      case 'bring-back':
        for (const exchange of this.#away.bringBack()) this.#board.put(exchange);
        this.#reset();
        break;
      case 'ask-access':
        this.#options.askAccess?.();
        break;
      case 'import-file':
        this.#import(command.name, command.text);
        break;
      case 'load-template':
        this.#useTemplate(keepTemplate(command.name, command.text, this.#steps));
        break;
      case 'forget-template':
        this.#useTemplate(null);
        break;
      case 'reload':
        this.#options.reload();
        break;
      case 'capture':
        this.#options.capture?.(command);
        break;
      case 'disable-cache':
        this.#disableCache = command.on && this.#deep === 'on';
        this.#tellCache();
        this.#tellState();
        break;
    }
  }

  /** Deep capture began, ended or failed; `notice` says why where the user did not ask for it. */
  setDeep(deep: DeepState, notice: string | null = null): void {
    this.#deep = deep;
    this.#notices.deep = notice;
    if (deep !== 'on') this.#disableCache = false;
    this.#lanes.use(deep === 'on' ? 'debugger' : this.#options.source);
    this.#tellState();
  }

  /** Whether a request that began under this source is still under way: its listeners must stay. */
  isOpen(source: SourceKind): boolean {
    return this.#lanes.isOpen(source);
  }

  /** A source is over, at this time: what it still had under way will never be told to end. */
  abandon(source: SourceKind, time: number): void {
    this.#change(this.#lanes.abandon(source, time));
  }

  /** Tells `reset` with everything at once, then changes. Returns the function that ends it. */
  subscribe(listener: (event: SessionEvent) => void): () => void {
    this.#flush(true);
    this.#listeners.add(listener);
    listener(this.#whole());
    return () => this.#listeners.delete(listener);
  }

  /**
   * The page was left. Unless the log is kept, what has ended goes; what is under way stays, since it may be the new
   * page's or outlive the old one, and goes if the browser aborts it.
   */
  navigated(to: Navigation | null = null): void {
    this.#endPutAway();
    if (this.#showsFile) return;
    if (this.#keepLog) {
      if (to === null) return;
      this.#navigations = [...this.#navigations, to].slice(-mostNavigations);
      this.#tellState();
      return;
    }
    this.#navigations = [];
    this.#take();
    this.#forget(this.#board.ids((exchange) => hasEnded(exchange)));
    for (const id of this.#board.ids()) this.#leaving.add(id);
    this.#notices.limit = null;
    this.#reset();
  }

  /** What the user should know of the capture; null when all is well again. */
  setNotice(text: string | null): void {
    this.#notices.host = text;
    this.#tellState();
  }

  /** Whether the browser lets extensions look at the tab's page at all. */
  setInspectable(inspectable: boolean): void {
    this.#inspectable = inspectable;
    this.#tellState();
  }

  setSiteAccess(access: SiteAccess): void {
    this.#access = access;
    this.#tellState();
  }

  #putAway(exchangeId: string): void {
    this.#take();
    const exchange = this.#board.exchange(exchangeId);
    if (exchange === null || !this.#away.add(exchange)) return;
    this.#board.remove(this.#board.ids((each) => this.#away.takes(each)));
    this.#reset();
  }

  #endPutAway(): void {
    if (this.#away.origins.length === 0) return;
    this.#forget(this.#away.clear());
    this.#tellState();
  }

  #record(on: boolean): void {
    if (!this.#captures) return;
    this.#lanes.recording = on;
    this.#tellCache();
    if (on) this.#notices.file = null;
    if (on && this.#showsFile) {
      this.#board = new Board(this.#steps, () => this.#template?.loaded ?? null);
      this.#showsFile = false;
      this.#reset();
    } else {
      this.#tellState();
    }
  }

  /** The assembler keeps what it knows: the browser's preflight cache is not emptied by this either. */
  #clear(): void {
    this.#take();
    this.#forget(this.#away.clear());
    this.#forget(this.#board.ids());
    this.#notices.limit = null;
    this.#notices.file = null;
    this.#showsFile = false;
    this.#navigations = [];
    this.#reset();
  }

  #import(name: string, text: string): void {
    const read = this.#steps.readFile(text, name);
    if (!read.ok) {
      this.#notices.file = read.message;
      this.#notices.fileFailed = true;
      this.#tellState();
      return;
    }
    this.#lanes.recording = false;
    this.#tellCache();
    this.#lanes.drop();
    this.#changed.clear();
    this.#leaving.clear();
    this.#away.clear();
    this.#navigations = [];
    this.#showsFile = true;
    this.#board = new Board(this.#steps, () => this.#template?.loaded ?? null);
    for (const exchange of this.#steps.assemble(read.events, { source: 'har', browser: read.browser })) {
      this.#board.put(exchange);
    }
    restore(this.#board, read.stored);
    this.#notices.limit = null;
    this.#notices.fileFailed = false;
    this.#notices.file = shownFileNotice(name, this.#board.size, this.#captures, read.lost);
    this.#reset();
  }

  /** Everything is diagnosed anew, with a large capture a part at a time. */
  #useTemplate(template: KeptTemplate | null): void {
    this.#template = template;
    this.#board.touch();
    this.#tellState();
    this.#flushSoon();
  }

  /** Forgotten ids are those of the live capture: a file's are its own. */
  #forget(ids: readonly string[]): void {
    this.#board.remove(ids);
    for (const id of ids) {
      this.#leaving.delete(id);
      if (!this.#showsFile) this.#forgotten.set(id, true);
    }
  }

  /** Puts what changed on the board and lets go what must; returns the ids that went. */
  #take(): readonly string[] {
    const changed = this.#changed;
    this.#changed = new Map();
    const gone: string[] = [];
    for (const exchange of changed.values()) {
      if (this.#away.takes(exchange)) continue;
      this.#board.put(exchange);
      if (!hasEnded(exchange) || !this.#leaving.delete(exchange.id)) continue;
      if (wasGivenUp(exchange)) gone.push(exchange.id);
    }
    this.#forget(gone);
    if (this.#showsFile || this.#board.size <= this.#limit) return gone;
    const oldest = this.#board.ids().slice(0, this.#board.size - this.#limit);
    this.#forget(oldest);
    if (this.#notices.limit === null) {
      this.#notices.limit = limitNotice(this.#limit);
      this.#tellState();
    }
    return [...gone, ...oldest];
  }

  #flushSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.schedule(() => {
      this.#scheduled = false;
      this.#flush(false);
    });
  }

  /** `all`: leaves nothing behind, whatever it costs. */
  #flush(all: boolean): void {
    const quiet = this.#changed.size === 0;
    const removed = this.#take();
    if (removed.length === 0 && !this.#board.behind) return;
    const exchanges = this.#board.diagnose(all ? Number.POSITIVE_INFINITY : siblingsPerFlush);
    this.#flushes += 1;
    const apis = this.#board.views(all || quiet || this.#flushes % flushesPerView === 0);
    this.#tell({ type: 'changed', exchanges, removed, apis });
    if (this.#board.behind) this.#flushSoon();
  }

  #reset(): void {
    this.#take();
    this.#tell(this.#whole());
  }

  #whole(): SessionEvent {
    this.#board.diagnose(Number.POSITIVE_INFINITY);
    const apis = this.#board.views(true);
    return { type: 'reset', state: this.state, exchanges: this.#board.diagnosed(), apis };
  }

  #tellCache(): void {
    if (this.#deep !== 'on') return;
    this.#options.capture?.({ type: 'disable-cache', on: this.#disableCache && this.#lanes.recording });
  }

  #tellState(): void {
    this.#tell({ type: 'state', state: this.state });
  }

  #tell(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
