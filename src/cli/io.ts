/** What the command line needs of the outside, so that a test can stand in for it. */
export interface Io {
  /** `-` is standard input. */
  read(file: string): Promise<ReadResult>;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` is a terminal. */
  readonly outIsTerminal: boolean;
}

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: ReadFault };

export type ReadFault = 'not-found' | 'directory' | 'denied' | 'too-large' | 'unreadable';

/** 0: nothing is blocked. 1: something is. 2: bad input or usage. */
export type ExitCode = 0 | 1 | 2;
