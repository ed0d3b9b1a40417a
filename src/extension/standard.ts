/** The standard source, which goes when deep capture has taken over and nothing of its own is under way, and comes back. */
export class StandardSource {
  #stop: (() => void) | null = null;
  #needed = true;

  /** `listen` begins listening and returns the function that stops it. */
  constructor(
    private readonly listen: () => () => void,
    private readonly isBusy: () => boolean,
  ) {}

  need(needed: boolean): void {
    this.#needed = needed;
    if (needed) this.#stop ??= this.listen();
    else this.settled();
  }

  /** To be called after each of its events: the last request's end may have been told. */
  settled(): void {
    if (this.#needed || this.#stop === null || this.isBusy()) return;
    this.#stop();
    this.#stop = null;
  }
}
