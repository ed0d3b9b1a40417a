import type { Claim } from './claim.ts';
import type { Debuggee, DebuggerApi } from './debugger-api.ts';
import { isOccupied, occupied } from './deep-end.ts';
import { field, text } from './fields.ts';
import { SharedWorkers } from './shared-workers.ts';

/** `sessionId` is empty for the tab itself, a session's id for a child, a target's id for a shared worker. */
export interface AttachmentHandlers {
  readonly event: (sessionId: string, method: string, params: unknown) => void;
  /** Told once, and only when the browser or the user ended it. */
  readonly ended: (reason: string) => void;
}

/** Version of the protocol; extensions may attach with no other major one. */
const protocol = '1.3';

/** Bodies are never read: the browser need not keep them for us. */
const networkLimits = { maxTotalBufferSize: 0, maxResourceBufferSize: 0, maxPostDataSize: 0 };

/** The debugger on one tab and on everything that the tab starts: frames of other processes and workers, at any depth. */
export class Attachment {
  readonly #sessions = new Map<string, Debuggee>();
  readonly #workers: SharedWorkers;
  #attached = false;
  #release: (() => void) | null = null;
  #cacheDisabled = false;

  constructor(
    private readonly api: DebuggerApi,
    private readonly tabId: number,
    private readonly handlers: AttachmentHandlers,
    private readonly claim: Claim,
  ) {
    this.#workers = new SharedWorkers(api, {
      attached: (id, url) => this.#workerAttached(id, url),
      has: (id) => this.#sessions.has(id),
    });
  }

  /** Rejects with the browser's own words where it refuses; then nothing is left behind. */
  async attach(): Promise<void> {
    this.#release = await this.claim(`debugger of tab ${this.tabId}`);
    if (this.#release === null) throw occupied();
    const tab = { tabId: this.tabId };
    this.api.onEvent.addListener(this.#onEvent);
    this.api.onDetach.addListener(this.#onDetach);
    this.#attached = true;
    try {
      await this.#attachTab(tab);
      await this.#enable('', tab);
    } catch (error) {
      await this.detach();
      throw error;
    }
    await this.#findWorkers();
  }

  /** The claim is ours: a tab that is attached all the same was left so by a DevTools page that is gone. */
  async #attachTab(tab: Debuggee): Promise<void> {
    try {
      await this.api.attach(tab, protocol);
    } catch (error) {
      if (!isOccupied(error)) throw error;
      await this.api.detach(tab).catch(() => undefined);
      await this.api.attach(tab, protocol);
    }
  }

  async detach(): Promise<void> {
    if (!this.#attached) return;
    this.#close();
    await Promise.allSettled([this.api.detach({ tabId: this.tabId }), this.#workers.detach()]);
  }

  /** In everything that is attached, and in what will be. */
  setCacheDisabled(on: boolean): void {
    this.#cacheDisabled = on;
    for (const target of this.#sessions.values()) this.#quietly(target, ...cacheDisabled(on));
  }

  /**
   * Commands of one session keep their order, so none need wait for another. A child that waits must be told to run
   * whatever else failed. Rejects where the network cannot be observed.
   */
  async #enable(sessionId: string, target: Debuggee): Promise<void> {
    this.#sessions.set(sessionId, target);
    const network = this.api.sendCommand(target, 'Network.enable', networkLimits);
    if (this.#cacheDisabled) this.#quietly(target, ...cacheDisabled(true));
    this.#quietly(target, 'Audits.enable');
    if (sessionId === '')
      for (const domain of ['Page', 'Inspector']) this.#quietly(target, `${domain}.enable`);
    this.#quietly(target, 'Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
    this.#quietly(target, 'Runtime.runIfWaitingForDebugger');
    await network;
  }

  /** Where a target went away or lacks a domain there is nothing to mend. */
  #quietly(target: Debuggee, method: string, params?: Record<string, unknown>): void {
    this.api.sendCommand(target, method, params).catch(() => undefined);
  }

  #close(): void {
    this.#attached = false;
    this.#release?.();
    this.#sessions.clear();
    this.api.onEvent.removeListener(this.#onEvent);
    this.api.onDetach.removeListener(this.#onDetach);
  }

  #sessionOf({ tabId, targetId, sessionId }: Debuggee): string | null {
    if (tabId === this.tabId) return sessionId ?? '';
    return targetId !== undefined && this.#sessions.has(targetId) ? targetId : null;
  }

  readonly #onEvent = (source: Debuggee, method: string, params?: object): void => {
    const sessionId = this.#sessionOf(source);
    if (sessionId === null) return;
    const child = text(field(params, 'sessionId'));
    if (method === 'Target.attachedToTarget' && child !== '') {
      this.#enable(child, { ...source, sessionId: child }).catch(() => undefined);
    }
    if (method === 'Target.detachedFromTarget') this.#sessions.delete(child);
    this.handlers.event(sessionId, method, params);
    if (method === 'Network.requestWillBeSent') this.#workers.requested(params);
    if (method === 'Page.frameNavigated') void this.#findWorkers();
  };

  readonly #onDetach = (source: Debuggee, reason: string): void => {
    if (source.sessionId !== undefined) return;
    if (source.targetId !== undefined && this.#sessions.delete(source.targetId)) {
      this.#workers.left(source.targetId);
      this.handlers.event('', 'Target.detachedFromTarget', { sessionId: source.targetId });
    }
    if (source.tabId !== this.tabId) return;
    this.#close();
    void this.#workers.detach();
    this.handlers.ended(reason);
  };

  #workerAttached(targetId: string, url: string): void {
    if (!this.#attached) {
      this.api.detach({ targetId }).catch(() => undefined);
      return;
    }
    this.handlers.event('', 'Target.attachedToTarget', {
      sessionId: targetId,
      targetInfo: { targetId, type: 'shared_worker', url },
    });
    this.#enable(targetId, { targetId }).catch(() => undefined);
  }

  /** Shared workers that were there before: those of the origins that the tab shows. */
  async #findWorkers(): Promise<void> {
    const tree = await this.api
      .sendCommand({ tabId: this.tabId }, 'Page.getFrameTree')
      .catch(() => undefined);
    await this.#workers.find(field(tree, 'frameTree'));
  }
}

function cacheDisabled(on: boolean): [string, Record<string, unknown>] {
  return ['Network.setCacheDisabled', { cacheDisabled: on }];
}
