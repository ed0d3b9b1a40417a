import { generator, visible } from '../report/index.ts';
import { readArguments, usage } from './arguments.ts';
import { fix } from './fix.ts';
import { type Captured, type Named, type Read, readCapture, readNamed } from './input.ts';
import { inspect } from './inspect.ts';
import type { ExitCode, Io } from './io.ts';
import type { Outcome } from './outcome.ts';
import { verify } from './verify.ts';

/**
 * Runs one command. `argv` is what follows the program's name. Output is written in one piece, or not at all; a fault
 * is one line on `err` and exit code 2.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    io.err(`${generator.name}: ${visible(message)}\n`);
    return 2;
  };
  const command = readArguments(argv);
  switch (command.type) {
    case 'usage-error':
      return fail(`${command.message} (see --help)`);
    case 'help':
      io.out(usage);
      return 0;
    case 'version':
      io.out(`${generator.version}\n`);
      return 0;
    case 'inspect': {
      const { redact, handler } = command;
      const read = await readBoth(io, command.file, command.template);
      if (!read.ok) return fail(read.message);
      const { har, template } = read.value;
      const format = command.format ?? (io.outIsTerminal ? 'text' : 'json');
      const inspection = inspect(har.text, har.name, { format, redact, handler, template });
      if (!inspection.ok) return fail(inspection.message);
      io.out(inspection.output);
      return inspection.blocked ? 1 : 0;
    }
    case 'fix':
    case 'verify': {
      const read = await readBoth(io, command.file, command.template);
      if (!read.ok) return fail(read.message);
      const captured = readCapture(read.value.har, read.value.template);
      if (!captured.ok) return fail(captured.message);
      const done = work(command, captured.value);
      if (!done.ok) return fail(done.message);
      return tell(io, done.value);
    }
  }
}

type Working = Extract<ReturnType<typeof readArguments>, { type: 'fix' | 'verify' }>;

const work = (command: Working, captured: Captured): Read<Outcome> =>
  command.type === 'fix' ? fix(captured, command) : verify(captured, command.api);

function tell(io: Io, { out, err, code }: Outcome): ExitCode {
  if (out !== '') io.out(out);
  if (err.length > 0) io.err(`${err.join('\n')}\n`);
  return code;
}

async function readBoth(
  io: Io,
  file: string,
  templateFile: string | null,
): Promise<Read<{ readonly har: Named; readonly template: Named | null }>> {
  const har = await readNamed(io, file);
  if (!har.ok) return har;
  if (templateFile === null) return { ok: true, value: { har: har.value, template: null } };
  const template = await readNamed(io, templateFile);
  return template.ok ? { ok: true, value: { har: har.value, template: template.value } } : template;
}
