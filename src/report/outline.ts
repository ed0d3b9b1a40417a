import { type Block, heading, type Line, paragraph } from './block.ts';
import { outlineApi } from './outline-api.ts';
import { assumption, outcomes, outlineExchange } from './outline-exchange.ts';
import { outlineTemplate } from './outline-template.ts';
import type { Report, ReportedExchange } from './report.ts';

export interface OutlineOptions {
  /** Whether the messages' headers are written out. */
  readonly messages: boolean;
}

/** The report as a document: what failed and why first, then what to change, then what passed. */
export function outline(report: Report, options: OutlineOptions): readonly Block[] {
  return [...outlineParts(report, options)].flat();
}

/** So many of the exchanges without findings stand in one part. */
const perList = 500;

/** The same in parts, so that a large one can be written bit by bit. */
export function* outlineParts(report: Report, options: OutlineOptions): Generator<readonly Block[]> {
  const told = toldOf(report);
  const rest = report.exchanges.filter((exchange) => !needsTelling(exchange));
  yield [
    heading(1, ['CORS report']),
    paragraph(summary(report), report.exchanges.some(isBlocked) ? 'bad' : 'plain'),
    ...(report.redacted ? [] : [paragraph(['Not redacted: it may hold credentials.'], 'warn')]),
  ];
  for (const exchange of told) yield outlineExchange(exchange, options);
  yield outlineTemplate(report.template);
  for (const api of report.apis) yield outlineApi(api);
  if (rest.length > 0) yield [heading(2, ['Without findings'])];
  for (let from = 0; from < rest.length; from += perList)
    yield [{ type: 'list', items: rest.slice(from, from + perList).map(oneLine) }];
  yield [paragraph(colophon(report))];
}

/** The exchanges that have a section of their own, in its order. */
export function toldOf({ exchanges }: Report): readonly ReportedExchange[] {
  const told = exchanges.filter(needsTelling);
  return outcomes.flatMap(({ outcome }) => told.filter((each) => each.verdict.outcome === outcome));
}

function isBlocked(exchange: ReportedExchange): boolean {
  return exchange.verdict.outcome === 'blocked';
}

function needsTelling(exchange: ReportedExchange): boolean {
  return isBlocked(exchange) || exchange.verdict.outcome === 'network-error' || exchange.findings.length > 0;
}

function summary({ exchanges, captured }: Report): Line {
  const part =
    captured === undefined
      ? ''
      : ` These are a part of the ${captured} that were captured; policies, fixes and proofs are made from all.`;
  if (exchanges.length === 0)
    return [captured === undefined ? 'No cross-origin requests were captured.' : `None was listed.${part}`];
  const counts = outcomes.flatMap(({ outcome, word }) => {
    const count = exchanges.filter((exchange) => exchange.verdict.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const noun = exchanges.length === 1 ? 'cross-origin request' : 'cross-origin requests';
  return [`${exchanges.length} ${noun}: ${counts.join(', ')}.${part}`];
}

function colophon({ generator, source, redacted }: Report): Line {
  const from = {
    har: 'a HAR file',
    webRequest: 'live capture (webRequest)',
    debugger: 'live capture (debugger)',
  }[source.kind];
  return [
    `Written by ${generator.name} ${generator.version} from ${from}`,
    ...(source.browser === undefined ? [] : [', browser: ', source.browser]),
    redacted
      ? '. Credentials were replaced by REDACTED; read it through before you share it.'
      : '. Not redacted: it may hold credentials.',
  ];
}

function oneLine({ request, verdict }: ReportedExchange): Line {
  const word = outcomes.find(({ outcome }) => outcome === verdict.outcome)?.word ?? verdict.outcome;
  return [{ value: request.method }, ' ', { value: request.url }, `: ${word}`, assumption(verdict.basis)];
}
