import type { StoredExchange } from '../capture/index.ts';
import type { Diagnosed, LoadedTemplate } from '../diagnosis/index.ts';
import { isSetByHand, type WireEvent } from '../exchange/index.ts';
import type { ApiView } from '../fix/index.ts';
import { Board } from './board.ts';
import { type Origin, steps as ownSteps, type Steps } from './steps.ts';

/** All that the pipe makes of a finished capture: exchanges in order of start, APIs in order of first sight. */
export interface Piped {
  readonly exchanges: readonly Diagnosed[];
  readonly apis: readonly ApiView[];
}

/** A finished capture, and the template beside it. */
export interface Capture extends Origin {
  readonly events: Iterable<WireEvent>;
  /** Exchanges of a file of ours, as they were. */
  readonly stored?: readonly StoredExchange[];
  readonly template?: LoadedTemplate | null;
}

/** The whole pipe over a finished capture. A live session that saw the same events comes to the same end. */
export function runPipe(
  { events, stored = [], source, browser, template = null }: Capture,
  steps: Steps = ownSteps,
): Piped {
  const board = new Board(steps, () => template);
  for (const exchange of steps.assemble(events, { source, browser })) board.put(exchange);
  restore(board, stored);
  board.diagnose(Number.POSITIVE_INFINITY);
  const apis = board.views(true);
  return { exchanges: board.diagnosed(), apis };
}

/** Puts a file's exchanges beside what is there: under another id where theirs is taken. */
export function restore(board: Board, stored: readonly StoredExchange[]): void {
  for (const { exchange, settings } of stored) {
    let { id } = exchange;
    while (board.exchange(id) !== null) id += "'";
    board.put(id === exchange.id ? exchange : { ...exchange, id });
    if (isSetByHand(settings)) board.set(id, settings);
  }
}
