import type { Debuggee, DebuggerApi, DebuggerTarget } from './debugger-api.ts';

type OnEvent = Parameters<DebuggerApi['onEvent']['addListener']>[0];
type OnDetach = Parameters<DebuggerApi['onDetach']['addListener']>[0];

/** A debugger that remembers what it was asked and says what a test wants. */
export class FakeDebugger implements DebuggerApi {
  readonly attached: Debuggee[] = [];
  /** `session method`, in order. */
  readonly sent: string[] = [];
  readonly params: Record<string, unknown>[] = [];
  targets: readonly DebuggerTarget[] = [];
  frameTree: object = { frameTree: { frame: { id: 'F', url: 'https://a.test/' } } };
  refusal: Error | null = null;
  /** Methods that fail. */
  readonly failing = new Set<string>();
  readonly #events = new Set<OnEvent>();
  readonly #detaches = new Set<OnDetach>();
  readonly onEvent = told(this.#events);
  readonly onDetach = told(this.#detaches);

  get listeners(): number {
    return this.#events.size + this.#detaches.size;
  }

  async attach(target: Debuggee): Promise<void> {
    if (this.refusal !== null) throw this.refusal;
    if (this.attached.some((each) => nameOf(each) === nameOf(target)))
      throw new Error('Another debugger is already attached to the tab with id: 7.');
    this.attached.push(target);
  }

  async detach(target: Debuggee): Promise<void> {
    const at = this.attached.findIndex((each) => nameOf(each) === nameOf(target));
    if (at < 0) throw new Error('Debugger is not attached.');
    this.attached.splice(at, 1);
  }

  async sendCommand(target: Debuggee, method: string, params?: Record<string, unknown>): Promise<unknown> {
    this.sent.push(`${target.sessionId ?? target.targetId ?? ''} ${method}`);
    this.params.push(params ?? {});
    if (this.failing.has(method)) throw new Error(`'${method}' wasn't found`);
    return method === 'Page.getFrameTree' ? this.frameTree : {};
  }

  async getTargets(): Promise<readonly DebuggerTarget[]> {
    return this.targets;
  }

  say(source: Debuggee, method: string, params: object = {}): void {
    for (const listener of [...this.#events]) listener(source, method, params);
  }

  end(source: Debuggee, reason: string): void {
    for (const listener of [...this.#detaches]) listener(source, reason);
  }
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function nameOf({ tabId, targetId }: Debuggee): string {
  return `${tabId} ${targetId}`;
}

function told<L>(listeners: Set<L>) {
  return {
    addListener: (listener: L): void => void listeners.add(listener),
    removeListener: (listener: L): void => void listeners.delete(listener),
  };
}
