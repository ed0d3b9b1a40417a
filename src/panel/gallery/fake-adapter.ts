import type { MessageAdapter, SessionCommand, SessionEvent } from '../../session/index.ts';

/** A session's end that says what it is told to and remembers what it was asked. */
export class FakeAdapter implements MessageAdapter<SessionCommand, SessionEvent> {
  readonly commands: SessionCommand[] = [];
  readonly #greeting: SessionEvent;
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  readonly #closing = new Set<() => void>();

  constructor(greeting: SessionEvent) {
    this.#greeting = greeting;
  }

  post(command: SessionCommand): void {
    this.commands.push(command);
  }

  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#greeting);
    return () => this.#listeners.delete(listener);
  }

  onClose(listener: () => void): void {
    this.#closing.add(listener);
  }

  /** The session is away, as after an update of the extension. */
  disconnect(): void {
    for (const listener of this.#closing) listener();
  }

  /** Says something more to the panel. */
  say(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
