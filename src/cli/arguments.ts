import { parseArgs } from 'node:util';

export const formats = ['json', 'markdown', 'html', 'text'] as const;
export type Format = (typeof formats)[number];

/** What was asked for. */
export type Command =
  | {
      readonly type: 'inspect';
      readonly file: string;
      /** The SAM template beside the capture; null for none. */
      readonly template: string | null;
      /** null: text at a terminal, JSON when piped. */
      readonly format: Format | null;
      readonly redact: boolean;
    }
  | { readonly type: 'help' }
  | { readonly type: 'version' }
  | { readonly type: 'usage-error'; readonly message: string };

export const usage = `Usage: cors-inspector inspect CAPTURE.har [--template template.yaml] [--format json|markdown|html|text] [--no-redact]

Reads a HAR file ("-" is standard input) and reports which cross-origin requests are blocked, why, whose mistake it is,
and what to change in the AWS SAM template and the handler.

  --template     the SAM template behind the API ("-" is standard input): causes are named by its lines
  --format       text at a terminal and JSON when piped, unless given
  --no-redact    keep credentials in the report
  --help, --version

Exit status: 0 nothing is blocked, 1 something is blocked, 2 bad input or usage.
`;

const laterCommands: readonly string[] = ['fix', 'verify'];

/** Reads the arguments after the program's name. */
export function readArguments(argv: readonly string[]): Command {
  const parsed = parsedArguments(argv);
  if (typeof parsed === 'string') return usageError(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { type: 'help' };
  if (values.version) return { type: 'version' };
  const [command, file, ...rest] = positionals;
  if (command === undefined) return usageError('no command given');
  if (laterCommands.includes(command))
    return usageError(`the command "${command}" is not available in this version`);
  if (command !== 'inspect') return usageError(`unknown command "${command}"`);
  if (file === undefined) return usageError('inspect needs a HAR file, or "-" for standard input');
  if (rest.length > 0) return usageError(`inspect takes one file, but "${rest[0]}" was given too`);
  const format = values.format === undefined ? null : formats.find((known) => known === values.format);
  if (format === undefined)
    return usageError(`unknown format "${values.format}"; choose one of ${formats.join(', ')}`);
  const template = values.template ?? null;
  if (file === '-' && template === '-')
    return usageError('capture and template cannot both come from standard input');
  return { type: 'inspect', file, template, format, redact: values['no-redact'] !== true };
}

function usageError(message: string): Command {
  return { type: 'usage-error', message };
}

function parsedArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'no-redact': { type: 'boolean' },
        template: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : 'bad arguments';
  }
}
