/** A tab, another target, or by `sessionId` something that was auto-attached below it. */
export interface Debuggee {
  readonly tabId?: number;
  readonly targetId?: string;
  readonly sessionId?: string;
}

/** One of the browser's targets, as the debugger lists them. */
export interface DebuggerTarget {
  readonly id: string;
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

interface Told<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** What deep capture asks of `chrome.debugger`, and no more: a seam, so that all of it is tested without a browser. */
export interface DebuggerApi {
  attach(target: Debuggee, version: string): Promise<void>;
  detach(target: Debuggee): Promise<void>;
  sendCommand(target: Debuggee, method: string, params?: Record<string, unknown>): Promise<unknown>;
  getTargets(): Promise<readonly DebuggerTarget[]>;
  readonly onEvent: Told<(source: Debuggee, method: string, params?: object) => void>;
  readonly onDetach: Told<(source: Debuggee, reason: string) => void>;
}
