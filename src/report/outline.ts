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
  const told = report.exchanges.filter(needsTelling);
  const rest = report.exchanges.filter((exchange) => !needsTelling(exchange));
  return [
    heading(1, ['CORS report']),
    paragraph(summary(report), report.exchanges.some(isBlocked) ? 'bad' : 'plain'),
    ...outcomes.flatMap(({ outcome }) =>
      told
        .filter((exchange) => exchange.verdict.outcome === outcome)
        .flatMap((exchange) => outlineExchange(exchange, options)),
    ),
    ...outlineTemplate(report.template),
    ...report.apis.flatMap(outlineApi),
    ...(rest.length === 0
      ? []
      : [heading(2, ['Without findings']), { type: 'list' as const, items: rest.map(oneLine) }]),
    paragraph(colophon(report)),
  ];
}

function isBlocked(exchange: ReportedExchange): boolean {
  return exchange.verdict.outcome === 'blocked';
}

function needsTelling(exchange: ReportedExchange): boolean {
  return isBlocked(exchange) || exchange.verdict.outcome === 'network-error' || exchange.findings.length > 0;
}

function summary({ exchanges }: Report): Line {
  if (exchanges.length === 0) return ['No cross-origin requests were captured.'];
  const counts = outcomes.flatMap(({ outcome, word }) => {
    const count = exchanges.filter((exchange) => exchange.verdict.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const noun = exchanges.length === 1 ? 'cross-origin request' : 'cross-origin requests';
  return [`${exchanges.length} ${noun}: ${counts.join(', ')}.`];
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
