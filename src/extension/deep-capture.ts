import { PolicyIssues, type WireEvent, WorkerNetwork } from '../capture/index.ts';
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
  /** Begins listening to what workers send, which the debugger does not tell; returns the function that stops. */
  readonly workers: (take: (events: readonly WireEvent[]) => void) => () => void;
  readonly emit: (event: CaptureEvent) => void;
  readonly later: (then: () => void, milliseconds: number) => void;
  /** Told once, and only when the browser or the user ended it. */
  readonly ended: (end: DeepEnd) => void;
}

/** Within this time, in ms, the network tells of what an issue told: both come from the page, one after the other. */
const networkSpeaks = 100;

/** One run of deep capture, from attaching to its end. */
export class DeepCapture {
  readonly #attachment: Attachment;
  readonly #network = new WorkerNetwork();
  readonly #policy = new PolicyIssues();
  #stopWorkers: () => void = () => undefined;

  constructor(private readonly options: DeepCaptureOptions) {
    const { api, tabId, claim, ended } = options;
    const handlers = {
      event: (sessionId: string, method: string, params: unknown) => this.#take(sessionId, method, params),
      ended: (reason: string) => {
        this.#stopWorkers();
        ended(endOfDetach(reason));
      },
    };
    this.#attachment = new Attachment(api, tabId, handlers, claim);
  }

  /** Null when it runs, or why it does not. */
  async start(): Promise<DeepEnd | null> {
    this.#stopWorkers = this.options.workers((events) => this.#emit(this.#network.seen(events)));
    try {
      await this.#attachment.attach();
      return null;
    } catch (error) {
      this.#stopWorkers();
      return endOfRefusal(error);
    }
  }

  stop(): Promise<void> {
    this.#stopWorkers();
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
    this.#emit([...events, ...this.#network.told(events)]);
    if (this.#policy.event(sessionId, method, params))
      this.options.later(() => this.#emit(this.#policy.settle(Date.now())), networkSpeaks);
  }

  #emit(events: readonly WireEvent[]): void {
    if (events.length > 0) this.options.emit({ type: 'wire', events });
  }
}
