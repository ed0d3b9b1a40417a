import type { DeepState } from '../session/index.ts';
import type { CaptureEvent } from './capture-event.ts';
import type { Claim } from './claim.ts';
import type { DebuggerApi } from './debugger-api.ts';
import { DeepCapture, type DeepCaptureOptions, type ProtocolDecoder } from './deep-capture.ts';
import { type DeepEnd, describeEnd } from './deep-end.ts';
import type { Memory } from './memory.ts';

/** How long switching off waits for requests under way, in milliseconds: a little more than API Gateway lets anyone wait. */
const patience = 30_000;

export interface DeepSwitchOptions {
  readonly api: DebuggerApi;
  readonly tabId: number;
  readonly decoder: () => ProtocolDecoder;
  readonly claim: Claim;
  readonly workers: DeepCaptureOptions['workers'];
  /** A run's events, also those of requests that finish after a switch. */
  readonly emit: (event: CaptureEvent) => void;
  readonly tell: (state: DeepState, notice: string | null) => void;
  /** Whether a request that began in deep capture is still under way. */
  readonly isBusy: () => boolean;
  /** The run is over: what it still has under way will never be told to end. */
  readonly abandon: () => void;
  readonly memory: Memory;
  readonly later: (then: () => void, milliseconds: number) => void;
}

/** The switch between standard and deep capture: remembers the user's wish, and falls back by itself. */
export class DeepSwitch {
  #state: DeepState = 'off';
  #wanted = false;
  #run: DeepCapture | null = null;
  #leaving: DeepCapture | null = null;

  constructor(private readonly options: DeepSwitchOptions) {}

  /** As the user left it. */
  async resume(): Promise<void> {
    if (this.options.memory.get()) await this.set(true);
  }

  async set(on: boolean): Promise<void> {
    this.#wanted = on;
    this.options.memory.set(on);
    // While it starts the wish is only noted: attaching cannot be taken back half-way.
    if (on) await this.#on();
    else if (this.#state === 'on') this.#off();
  }

  setCacheDisabled(on: boolean): void {
    this.#run?.setCacheDisabled(on);
  }

  /** DevTools closes: the debugger's bar must not outlive it. What the user wants stays remembered. */
  close(): void {
    void this.#run?.stop();
    void this.#leaving?.stop();
  }

  async #on(): Promise<void> {
    if (this.#state === 'starting' || this.#state === 'on') return;
    this.#tell('starting', null);
    const left = this.#leaving;
    this.#leaving = null;
    if (left !== null) this.options.abandon();
    await left?.stop();
    const { api, tabId, claim, workers, later, decoder } = this.options;
    const run = new DeepCapture({
      api,
      tabId,
      claim,
      workers,
      later,
      decoder: decoder(),
      emit: (event) => this.#take(run, event),
      ended: (end) => this.#ended(run, end),
    });
    this.#run = run;
    const refused = await run.start();
    if (this.#run !== run) return;
    if (refused !== null) this.#ended(run, refused);
    else if (this.#wanted) this.#tell('on', null);
    else this.#off();
  }

  #off(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    this.#leaving = run;
    run.setCacheDisabled(false);
    this.#tell('off', null);
    if (!this.options.isBusy()) this.#leave(run);
    else this.options.later(() => this.#leave(run), patience);
  }

  /** Events of a run that was left are the rest of its requests; with the last one it goes. */
  #take(run: DeepCapture, event: CaptureEvent): void {
    if (this.#leaving !== run) {
      if (this.#run === run) this.options.emit(event);
      return;
    }
    if (event.type !== 'wire') return;
    this.options.emit(event);
    if (!this.options.isBusy()) this.#leave(run);
  }

  #leave(run: DeepCapture): void {
    if (this.#leaving !== run) return;
    this.#leaving = null;
    void run.stop();
    this.options.abandon();
  }

  #ended(run: DeepCapture, end: DeepEnd): void {
    if (this.#leaving === run) {
      this.#leaving = null;
      this.options.abandon();
    }
    if (this.#run !== run) return;
    this.#run = null;
    this.options.abandon();
    // Who closes the bar wants it off, also the next time.
    if (end.reason === 'cancelled') this.options.memory.set(false);
    this.#tell('off', describeEnd(end));
  }

  #tell(state: DeepState, notice: string | null): void {
    this.#state = state;
    this.options.tell(state, notice);
  }
}
