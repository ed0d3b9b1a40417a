import type { ExitCode } from './io.ts';

/** What a command came to: `out` is written whole or not at all, `err` line by line. */
export interface Outcome {
  readonly out: string;
  readonly err: readonly string[];
  readonly code: ExitCode;
}
