import { type ReportInput, type ReportOptions, reportSteps } from './build.ts';
import { harParts } from './har.ts';
import { htmlParts } from './html.ts';
import { jsonParts } from './json.ts';
import { markdownParts } from './markdown.ts';
import type { Report } from './report.ts';

const writers = {
  json: jsonParts,
  markdown: markdownParts,
  html: htmlParts,
  har: harParts,
} as const satisfies Record<string, (report: Report) => Generator<string>>;

export type FileFormat = keyof typeof writers;

/**
 * A report as a file, bit by bit: an empty string for each step of the preparation, then the pieces of the text. Whoever
 * asks may do something else in between; a text of everything at once may be longer than a string can be.
 */
export function* writeFile(
  input: ReportInput,
  options: ReportOptions,
  format: FileFormat,
): Generator<string, void, void> {
  const steps = reportSteps(input, options);
  let step = steps.next();
  while (step.done !== true) {
    yield '';
    step = steps.next();
  }
  yield* writers[format](step.value);
}
