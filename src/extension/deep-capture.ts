import type { WireEvent } from '../capture/index.ts';
import { Attachment } from './attachment.ts';
import type { CaptureEvent } from './capture-event.ts';
import type { Claim } from './claim.ts';
import type { DebuggerApi } from './debugger-api.ts';
import { type DeepEnd, endOfDetach, endOfRefusal } from './deep-end.ts';
import { field, text } from './fields.ts';

/** What makes wire events of the protocol's; see `DebuggerDecoder` in `capture`. */
export interface ProtocolDecoder {
  event(sessionId: string, method: string, params: unknown): readonly WireEvent[];
}

export interface DeepCaptureOptions {
  readonly api: DebuggerApi;
  readonly tabId: number;
  readonly decoder: ProtocolDecoder;
  readonly claim: Claim;
  readonly emit: (event: CaptureEvent) => void;
  /** Told once, and only when the browser or the user ended it. */
  readonly ended: (end: DeepEnd) => void;
}

/** One run of deep capture, from attaching to its end. */
export class DeepCapture {
  readonly #attachment: Attachment;

  constructor(private readonly options: DeepCaptureOptions) {
    const { api, tabId, claim, ended } = options;
    const handlers = {
      event: (sessionId: string, method: string, params: unknown) => this.#take(sessionId, method, params),
      ended: (reason: string) => ended(endOfDetach(reason)),
    };
    this.#attachment = new Attachment(api, tabId, handlers, claim);
  }

  /** Null when it runs, or why it does not. */
  async start(): Promise<DeepEnd | null> {
    try {
      await this.#attachment.attach();
      return null;
    } catch (error) {
      return endOfRefusal(error);
    }
  }

  stop(): Promise<void> {
    return this.#attachment.detach();
  }

  setCacheDisabled(on: boolean): void {
    this.#attachment.setCacheDisabled(on);
  }

  #take(sessionId: string, method: string, params: unknown): void {
    const { decoder, emit } = this.options;
    const frame = field(params, 'frame');
    if (method === 'Page.frameNavigated' && sessionId === '' && field(frame, 'parentId') === undefined) {
      emit({ type: 'navigated', url: text(field(frame, 'url')) });
    }
    const events = decoder.event(sessionId, method, params);
    if (events.length > 0) emit({ type: 'wire', events });
  }
}
