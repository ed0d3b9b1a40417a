import type { DebuggerApi, DebuggerTarget } from './debugger-api.ts';
import { field, text } from './fields.ts';

/** Frames whose origins are looked at; a page with more is hostile or broken. */
const frameLimit = 200;

interface Handlers {
  readonly attached: (targetId: string, url: string) => void;
  readonly has: (targetId: string) => boolean;
}

/**
 * Chromium attaches a tab's shared workers to nobody by itself (measured, version 156): they belong to several tabs.
 * Their script's request, seen in the page, has the id of the target to be; workers that were there before are those
 * of the page's own origins.
 */
export class SharedWorkers {
  readonly #attached = new Set<string>();
  readonly #attaching = new Set<string>();

  constructor(
    private readonly api: DebuggerApi,
    private readonly handlers: Handlers,
  ) {}

  /** Scripts that a page starts as a worker have a target's id; all else that it loads has not. */
  requested(params: unknown): void {
    const id = text(field(params, 'requestId'));
    if (field(params, 'type') !== 'Script' || !/^[0-9A-F]{32}$/.test(id)) return;
    void this.#targets().then((targets) => this.#attachAll(targets.filter((target) => target.id === id)));
  }

  async find(frameTree: unknown): Promise<void> {
    const origins = new Set<string>();
    collectOrigins(frameTree, origins);
    const targets = await this.#targets();
    await this.#attachAll(targets.filter(({ url }) => origins.has(originOf(url))));
  }

  left(targetId: string): void {
    this.#attached.delete(targetId);
  }

  async detach(): Promise<void> {
    const ids = [...this.#attached];
    this.#attached.clear();
    await Promise.allSettled(ids.map((targetId) => this.api.detach({ targetId })));
  }

  /** Shared and service workers have the same type; only service workers have a title of their own. */
  async #targets(): Promise<readonly DebuggerTarget[]> {
    const targets = await this.api.getTargets().catch(() => []);
    return targets.filter(({ type, title }) => type === 'worker' && !title.startsWith('Service Worker '));
  }

  async #attachAll(targets: readonly DebuggerTarget[]): Promise<void> {
    await Promise.all(targets.map((target) => this.#attach(target)));
  }

  /** Another tab's panel may have it already: one extension attaches to a target once. */
  async #attach({ id, url }: DebuggerTarget): Promise<void> {
    if (this.handlers.has(id) || this.#attaching.has(id)) return;
    this.#attaching.add(id);
    try {
      await this.api.attach({ targetId: id }, '1.3');
      this.#attached.add(id);
      this.handlers.attached(id, url);
    } catch {
      // Refused or gone: its requests stay unseen, as the documentation says.
    } finally {
      this.#attaching.delete(id);
    }
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function collectOrigins(tree: unknown, origins: Set<string>): void {
  const open = [tree];
  for (let count = 0; count < frameLimit; count += 1) {
    const next = open.pop();
    if (next === undefined) return;
    const origin = originOf(text(field(field(next, 'frame'), 'url')));
    if (origin !== '' && origin !== 'null') origins.add(origin);
    const children = field(next, 'childFrames');
    if (Array.isArray(children)) open.push(...children.slice(0, frameLimit));
  }
}
