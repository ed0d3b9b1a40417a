import type { Requester } from '../exchange/index.ts';
import { fieldsOf, textOf } from './debugger-field.ts';
import { debuggerRequester } from './debugger-type.ts';

export interface DebuggerTarget {
  readonly requester: Requester;
  /** Of a worker its script's. */
  readonly url: string;
}

/** Targets remembered: a page has few, but some may never be told to be gone. */
const most = 1_000;

/** What the child sessions are, as `Target.attachedToTarget` told. */
export class DebuggerTargets {
  readonly #bySession = new Map<string, DebuggerTarget>();

  get size(): number {
    return this.#bySession.size;
  }

  attached(params: unknown): void {
    const { sessionId, targetInfo } = fieldsOf(params);
    const session = textOf(sessionId);
    if (session === '') return;
    const info = fieldsOf(targetInfo);
    this.#bySession.delete(session);
    this.#bySession.set(session, { requester: debuggerRequester(textOf(info.type)), url: textOf(info.url) });
    if (this.#bySession.size <= most) return;
    for (const oldest of this.#bySession.keys()) {
      this.#bySession.delete(oldest);
      break;
    }
  }

  detached(session: string): void {
    this.#bySession.delete(session);
  }

  /** The tab itself, and sessions of which nothing was told, are pages. */
  of(session: string): DebuggerTarget {
    return this.#bySession.get(session) ?? { requester: 'page', url: '' };
  }
}
