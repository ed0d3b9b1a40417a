import type { Browser, WireEvent } from '../exchange/index.ts';
import { readHar } from './har.ts';
import { describeHarFault, type HarFault } from './har-fault.ts';
import { parseJson } from './parse-json.ts';
import { type ReportFault, readReport, reportSchemaOf } from './report-file.ts';
import type { StoredExchange } from './stored/exchange.ts';

export type FileFault = HarFault | ReportFault;

/** What a file of a capture held: wire events, and exchanges that were put together before. */
export interface CaptureFile {
  readonly kind: 'har' | 'report';
  readonly events: Iterable<WireEvent>;
  readonly stored: readonly StoredExchange[];
  readonly browser: Browser;
  /** What the writer took out, and who reads it should know. */
  readonly lost: { readonly credentials: boolean; readonly template: string | null };
}

export type DecodedFile =
  | { readonly ok: true; readonly file: CaptureFile }
  | { readonly ok: false; readonly fault: FileFault };

/** Decodes the text of a HAR 1.2 file, anyone's or ours, or of a JSON report of ours. Never throws. */
export function decodeFile(text: string): DecodedFile {
  const json = parseJson(text);
  if ('fault' in json) return { ok: false, fault: json.fault };
  if (reportSchemaOf(json.value) !== null) {
    const report = readReport(json.value);
    if ('reason' in report) return { ok: false, fault: report };
    const { exchanges, browser, redacted, template } = report;
    const lost = { credentials: redacted, template };
    return { ok: true, file: { kind: 'report', events: [], stored: exchanges, browser, lost } };
  }
  const har = readHar(json.value);
  if ('reason' in har) return { ok: false, fault: har };
  return { ok: true, file: { kind: 'har', ...har } };
}

/** One line that names the file and the place. */
export function describeFileFault(fault: FileFault, fileName: string): string {
  const name = shownName(fileName);
  switch (fault.reason) {
    case 'report-version':
      return `${name}: a report of the form "${shownName(fault.schema)}"; this version reads "cors-inspector/report/1"`;
    case 'report-field':
      return `${name}: ${fault.field} is missing or of the wrong type`;
    default:
      return describeHarFault(fault, fileName);
  }
}

/** What was lost in writing the file, in one or two sentences; null where nothing was. */
export function describeLost({ credentials, template }: CaptureFile['lost']): string | null {
  const sentences = [
    ...(credentials ? ['Its credentials were replaced by REDACTED when it was written.'] : []),
    ...(template === null
      ? []
      : [
          `It was made with ${shownName(template)}, which is not in it: open the template to see its lines again.`,
        ]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** A name can hold anything; what is told stays one line. */
function shownName(name: string): string {
  return name.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}
