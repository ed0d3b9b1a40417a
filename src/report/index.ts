/**
 * Diagnosed exchanges and their APIs in; one report out, redacted unless told otherwise, and its four written forms:
 * JSON (`docs/report.schema.json`), Markdown for a ticket, a self-contained HTML file, plain text for a terminal.
 */
export { buildReport, type ReportInput, sourceOf } from './build.ts';
export { causeLink } from './cause-link.ts';
export { type CopyForm, copyText, findingCopy } from './copy/copy.ts';
export { generator } from './generator.ts';
export { toHar } from './har.ts';
export { toHtml } from './html.ts';
export { type FactName, type FactWords, inferenceWords } from './inference-words.ts';
export { toJson } from './json.ts';
export { toMarkdown } from './markdown.ts';
export { openRedactor, type Redactor, redactorSteps } from './redact.ts';
export type {
  Report,
  ReportedApi,
  ReportedExchange,
  ReportedFinding,
  ReportedHop,
  ReportedMessages,
} from './report.ts';
export { failingStep, stepNames } from './sequence/flow.ts';
export { sequencePicture } from './sequence/picture.ts';
export { pictured } from './sequence/pictured.ts';
export type { SvgNode } from './sequence/svg-node.ts';
export { toText } from './text.ts';
export { visible } from './visible.ts';
export { type FileFormat, writeFile } from './write.ts';
