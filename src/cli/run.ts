import { generator, visible } from '../report/index.ts';
import { readArguments, usage } from './arguments.ts';
import { inspect } from './inspect.ts';
import type { ExitCode, Io, ReadFault } from './io.ts';

const readFaults: Readonly<Record<ReadFault, string>> = {
  'not-found': 'no such file',
  directory: 'is a directory, not a file',
  denied: 'permission to read it was denied',
  'too-large': 'is too large to be read as one text',
  unreadable: 'cannot be read',
};

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
      const fileName = command.file === '-' ? 'standard input' : command.file;
      const read = await io.read(command.file);
      if (!read.ok) return fail(`${fileName}: ${readFaults[read.reason]}`);
      const template = command.template === null ? null : await io.read(command.template);
      const templateName = command.template === '-' ? 'standard input' : (command.template ?? '');
      if (template !== null && !template.ok) return fail(`${templateName}: ${readFaults[template.reason]}`);
      const format = command.format ?? (io.outIsTerminal ? 'text' : 'json');
      const inspection = inspect(read.text, fileName, {
        format,
        redact: command.redact,
        template: template === null ? null : { name: templateName, text: template.text },
      });
      if (!inspection.ok) return fail(inspection.message);
      io.out(inspection.output);
      return inspection.blocked ? 1 : 0;
    }
  }
}
