import { parseArgs } from 'node:util';
import { handlerTargets } from '../fix/index.ts';

export const reportFormats = ['json', 'markdown', 'html', 'har', 'text'] as const;
export type Format = (typeof reportFormats)[number];

export const fixFormats = ['diff', 'template', 'snippet', 'handler'] as const;
export type FixFormat = (typeof fixFormats)[number];

/** What was asked for. `file` and `template` may be `-`, standard input, but not both. */
export type Command =
  | {
      readonly type: 'inspect';
      readonly file: string;
      /** The SAM template beside the capture; null for none. */
      readonly template: string | null;
      /** null: text at a terminal, JSON when piped. */
      readonly format: Format | null;
      readonly redact: boolean;
      /** The language of handlers; null for Node.js. */
      readonly handler: string | null;
    }
  | FixCommand
  | VerifyCommand
  | { readonly type: 'help' }
  | { readonly type: 'version' }
  | { readonly type: 'usage-error'; readonly message: string };

export interface FixCommand {
  readonly type: 'fix';
  readonly file: string;
  readonly template: string | null;
  /** The logical id of the template's API; null where it is to be found. */
  readonly api: string | null;
  /** null: a diff with a template, a snippet without one. */
  readonly format: FixFormat | null;
  /** The language of the handler; null for Node.js. */
  readonly handler: string | null;
  /** A Parameter of the template is to keep origins of development out of production. */
  readonly stages: boolean;
}

export interface VerifyCommand {
  readonly type: 'verify';
  readonly file: string;
  readonly template: string;
  readonly api: string | null;
}

export const usage = `Usage: cors-inspector inspect CAPTURE [--template template.yaml] [--format json|markdown|html|har|text] [--handler LANGUAGE] [--no-redact]
       cors-inspector fix     CAPTURE [--template template.yaml] [--api LOGICAL_ID] [--format diff|template|snippet|handler] [--handler LANGUAGE] [--stages]
       cors-inspector verify  CAPTURE --template template.yaml [--api LOGICAL_ID]

Each command reads a capture: a HAR file, or a JSON report of this tool ("-" is standard input).

  inspect        reports which cross-origin requests are blocked, why, whose mistake it is, and what to change in the
                 AWS SAM template and the handler
  fix            prints the least change to the template with which the captured requests pass; the proof, and what
                 the handler must do, go to standard error
  verify         replays the captured requests against the template, and says who passes and who is refused

  --template     the SAM template behind the API ("-" is standard input)
  --api          the logical id of the template's API, where several fit (ServerlessRestApi and ServerlessHttpApi for
                 implicit ones, the function's for a function URL)
  --format       inspect: text at a terminal and JSON when piped, unless given
                 fix: a diff of the template, the whole template, a snippet to paste, or the handler that goes with it;
                 a diff unless given, a snippet without a template
  --handler      the language of the handler: ${handlerTargets.join(', ')}; nodejs unless given
  --stages       fix: origins of development (localhost) are allowed in a stage of their own, which a Parameter of the
                 template chooses, and never in production
  --no-redact    inspect: keep credentials in the report
  --help, --version

Exit status: 0 nothing is blocked (inspect), the proof holds (fix, verify); 1 something is blocked, or still fails;
2 bad input or usage.
`;

type Parsed = Exclude<ReturnType<typeof parsedArguments>, string>;

/** Reads the arguments after the program's name. */
export function readArguments(argv: readonly string[]): Command {
  const parsed = parsedArguments(argv);
  if (typeof parsed === 'string') return usageError(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { type: 'help' };
  if (values.version) return { type: 'version' };
  const [command, file, ...rest] = positionals;
  if (command === undefined) return usageError('no command given');
  if (command !== 'inspect' && command !== 'fix' && command !== 'verify')
    return usageError(`unknown command "${command}"`);
  if (file === undefined)
    return usageError(`${command} needs a HAR file or a report, or "-" for standard input`);
  if (rest.length > 0) return usageError(`${command} takes one file, but "${rest[0]}" was given too`);
  if (file === '-' && values.template === '-')
    return usageError('capture and template cannot both come from standard input');
  const foreign = optionsOf[command].foreign.find((name) => values[name] !== undefined);
  if (foreign !== undefined) return usageError(`${command} does not take --${foreign}`);
  const template = values.template ?? null;
  const api = values.api ?? null;
  switch (command) {
    case 'inspect':
      return inspectCommand(file, template, values);
    case 'fix':
      return fixCommand(file, template, api, values);
    case 'verify':
      return template === null
        ? usageError('verify needs --template')
        : { type: 'verify', file, template, api };
  }
}

/** Options of other commands. */
const optionsOf = {
  inspect: { foreign: ['api', 'stages'] },
  fix: { foreign: ['no-redact'] },
  verify: { foreign: ['no-redact', 'format', 'handler', 'stages'] },
} as const;

function inspectCommand(file: string, template: string | null, values: Parsed['values']): Command {
  const { format: named } = values;
  const format = named === undefined ? null : reportFormats.find((known) => known === named);
  if (format === undefined) return unknownFormat(named, reportFormats);
  const { handler = null } = values;
  if (!isLanguage(handler)) return unknownLanguage(handler);
  return { type: 'inspect', file, template, format, redact: values['no-redact'] !== true, handler };
}

function fixCommand(
  file: string,
  template: string | null,
  api: string | null,
  values: Parsed['values'],
): Command {
  const { format: named, handler = null, stages = false } = values;
  const format = named === undefined ? null : fixFormats.find((known) => known === named);
  if (format === undefined) return unknownFormat(named, fixFormats);
  if (!isLanguage(handler)) return unknownLanguage(handler);
  if (handler !== null && format !== 'handler') return usageError('--handler goes with --format handler');
  if (template === null && api !== null) return usageError('--api names an API of a --template');
  if (template === null && (format === 'diff' || format === 'template'))
    return usageError(`--format ${format} needs a --template`);
  return { type: 'fix', file, template, api, format, handler, stages };
}

const isLanguage = (handler: string | null): boolean => handler === null || handlerTargets.includes(handler);

const unknownLanguage = (handler: string | null): Command =>
  usageError(`unknown language "${handler ?? ''}"; choose one of ${handlerTargets.join(', ')}`);

const unknownFormat = (named: string | undefined, formats: readonly string[]): Command =>
  usageError(`unknown format "${named}"; choose one of ${formats.join(', ')}`);

function usageError(message: string): Command {
  return { type: 'usage-error', message };
}

function parsedArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        api: { type: 'string' },
        format: { type: 'string' },
        handler: { type: 'string' },
        'no-redact': { type: 'boolean' },
        stages: { type: 'boolean' },
        template: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : 'bad arguments';
  }
}
