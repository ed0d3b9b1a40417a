import type { Exchange } from '../exchange/index.ts';
import { readStoredExchange, type StoredExchange } from './stored/exchange.ts';
import { Fields } from './stored/fields.ts';

/** Why a JSON that calls itself a report of ours cannot be read. */
export type ReportFault =
  | { readonly reason: 'report-version'; readonly schema: string }
  /** `field` is the path of the first field that is missing or of the wrong type. */
  | { readonly reason: 'report-field'; readonly field: string };

export interface ReadReport {
  readonly exchanges: readonly StoredExchange[];
  readonly browser: Exchange['browser'];
  /** Credentials had been replaced when it was written. */
  readonly redacted: boolean;
  /** The template that stood beside the capture; its text is not in the report. */
  readonly template: string | null;
}

const schemaOf = 'cors-inspector/report/';

/** The schema that the JSON names, if it is one of our reports. */
export function reportSchemaOf(json: unknown): string | null {
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : null;
  return typeof schema === 'string' && schema.startsWith(schemaOf) ? schema : null;
}

/** Reads a report's facts. Its verdicts, findings and fixes are not read: they are made anew from the facts. */
export function readReport(json: unknown): ReadReport | ReportFault {
  const schema = reportSchemaOf(json);
  if (schema !== `${schemaOf}1`) return { reason: 'report-version', schema: schema ?? '' };
  const faults: string[] = [];
  const fields = new Fields(json, '', faults);
  const told = fields.object('source').text('browser', '');
  const browser = told === 'chromium' || told === 'firefox' ? told : 'unknown';
  const exchanges = fields.list('exchanges', (each) => readStoredExchange(each, browser));
  const read = {
    exchanges,
    browser,
    redacted: fields.flag('redacted'),
    template: fields.objectOrNull('template')?.text('name') ?? null,
  } as const;
  const [field] = faults;
  return field === undefined ? read : { reason: 'report-field', field };
}
