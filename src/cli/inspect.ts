import { decodeFile, describeFileFault } from '../capture/index.ts';
import { writeHandler } from '../fix/index.ts';
import {
  buildReport,
  type Report,
  sourceOf,
  toHar,
  toHtml,
  toJson,
  toMarkdown,
  toText,
} from '../report/index.ts';
import { keepTemplate, runPipe } from '../session/index.ts';
import type { Format } from './arguments.ts';

const writers: Readonly<Record<Format, (report: Report) => string>> = {
  json: toJson,
  markdown: toMarkdown,
  html: toHtml,
  har: toHar,
  text: toText,
};

export type Inspection =
  | { readonly ok: true; readonly output: string; readonly blocked: boolean }
  | { readonly ok: false; readonly message: string };

/** The whole pipe over the text of a HAR, or of a report of ours. `fileName` is for the message about one that cannot be read. */
export function inspect(
  text: string,
  fileName: string,
  options: {
    readonly format: Format;
    readonly redact: boolean;
    /** The language of handlers; null or absent for Node.js. */
    readonly handler?: string | null;
    readonly template?: { readonly name: string; readonly text: string } | null;
  },
): Inspection {
  const decoded = decodeFile(text);
  if (!decoded.ok) return { ok: false, message: describeFileFault(decoded.fault, fileName) };
  const { events, stored, browser } = decoded.file;
  const { handler } = options;
  const template = options.template ? keepTemplate(options.template.name, options.template.text) : null;
  const fault = template?.state.fault ?? null;
  if (template !== null && fault !== null)
    return {
      ok: false,
      message: `${template.state.name}:${fault.line}:${fault.column}: ${fault.text}`,
    };
  const piped = runPipe({ events, stored, source: 'har', browser, template: template?.loaded ?? null });
  const report = buildReport(
    {
      // A file of ours says how it was captured.
      source:
        stored.length > 0
          ? sourceOf(piped.exchanges)
          : { kind: 'har', ...(browser === 'unknown' ? {} : { browser }) },
      ...piped,
      ...(template === null ? {} : { template: template.state }),
    },
    {
      redact: options.redact,
      ...(handler ? { writeHandler: (shape) => writeHandler(shape, handler) } : {}),
    },
  );
  return {
    ok: true,
    output: writers[options.format](report),
    blocked: report.exchanges.some(({ verdict }) => verdict.outcome === 'blocked'),
  };
}
