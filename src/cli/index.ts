/** The same pipe at a shell: arguments and a HAR file in, a report and an exit code out. `main.ts` is the entry. */
export type { ExitCode, Io, ReadResult } from './io.ts';
export { run } from './run.ts';
