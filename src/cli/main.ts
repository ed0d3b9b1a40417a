/** The entry of `dist/cli/cors-inspector.js`. */
import { nodeIo } from './node-io.ts';
import { run } from './run.ts';

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Not process.exit: that would cut off output that a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), nodeIo);
