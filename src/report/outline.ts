import { type Block, heading, type Line, paragraph, type Tone } from './block.ts';
import { outlineApi } from './outline-api.ts';
import { outlineFinding } from './outline-finding.ts';
import { outlineMessages } from './outline-messages.ts';
import { outlineTemplate } from './outline-template.ts';
import type { Report, ReportedExchange } from './report.ts';

export interface OutlineOptions {
  /** Whether the messages' headers are written out. */
  readonly messages: boolean;
}

type Outcome = ReportedExchange['verdict']['outcome'];

/** In the order in which a reader wants them. */
const outcomes: readonly { outcome: Outcome; word: string; tone: Tone }[] = [
  { outcome: 'blocked', word: 'blocked', tone: 'bad' },
  { outcome: 'network-error', word: 'network error', tone: 'warn' },
  { outcome: 'pending', word: 'pending', tone: 'plain' },
  { outcome: 'allowed', word: 'allowed', tone: 'good' },
  { outcome: 'not-cors', word: 'not decided by CORS', tone: 'plain' },
];

/** The report as a document: what failed and why first, then what to change, then what passed. */
export function outline(report: Report, options: OutlineOptions): readonly Block[] {
  const told = report.exchanges.filter(needsTelling);
  const rest = report.exchanges.filter((exchange) => !needsTelling(exchange));
  return [
    heading(1, ['CORS report']),
    paragraph(summary(report), report.exchanges.some(isBlocked) ? 'bad' : 'plain'),
    ...outcomes.flatMap(({ outcome, word, tone }) =>
      told
        .filter((exchange) => exchange.verdict.outcome === outcome)
        .flatMap((exchange) => outlineExchange(exchange, word, tone, options)),
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

function assumption(basis: 'certain' | 'assumed'): string {
  return basis === 'assumed' ? ' (assumed)' : '';
}

function outlineExchange(
  exchange: ReportedExchange,
  word: string,
  tone: Tone,
  options: OutlineOptions,
): readonly Block[] {
  const title = word.charAt(0).toUpperCase() + word.slice(1);
  return [
    heading(
      2,
      [`${title}: `, { value: exchange.request.method }, ' ', { value: exchange.request.url }],
      tone,
    ),
    { type: 'list', items: factsOf(exchange) },
    ...exchange.findings.flatMap(outlineFinding),
    ...(options.messages ? outlineMessages(exchange) : []),
  ];
}

function factsOf({
  origin,
  verdict,
  reported,
  disagreement,
  call,
  inferred,
  inference,
  preflight,
  gateway,
  error,
}: ReportedExchange): readonly Line[] {
  const facts: Line[] = [['From: ', origin === null ? 'origin unknown' : { value: origin }]];
  if (verdict.outcome === 'blocked' && verdict.code !== null) {
    facts.push([
      verdict.step === 'preflight' ? 'Fails at the preflight: ' : 'Fails at the actual response: ',
      { value: verdict.code },
      ...(verdict.parameter === null || verdict.parameter === '' ? [] : [', ', { value: verdict.parameter }]),
    ]);
  }
  if (verdict.basis === 'assumed') {
    const taken = inferred.credentials ?? inferred.mode;
    facts.push([
      'Assumed, because the wire does not carry the credentials mode',
      ...(taken === undefined ? [] : [' (taken: ', { value: taken }, ')']),
      ...(verdict.alternatives.length === 0 ? [] : ['. What else fits: ', verdict.alternatives.join(', ')]),
    ]);
  }
  for (const fact of inference) {
    if (fact.basis === 'by-hand') facts.push([`Set by hand: ${factNames[fact.fact]} `, plainly(fact.value)]);
    else if (fact.fact !== 'credentials' && fact.fact !== 'mode')
      facts.push([`Inferred: ${factNames[fact.fact]} `, plainly(fact.value), ` (${plainly(fact.because)})`]);
  }
  if (reported !== null)
    facts.push([
      'The browser said: ',
      { value: reported.code },
      ...(reported.known ? [] : [' (a reason code that this version does not know)']),
    ]);

  if (disagreement !== null) {
    facts.push([
      'The browser says otherwise: this is a fault of CORS Inspector. Computed: ',
      { value: disagreement.computed },
      ', the browser: ',
      { value: disagreement.reported ?? 'allowed' },
    ]);
  }
  const [frame] = call;
  if (frame !== undefined) facts.push(['Called from: ', { value: `${frame.url}:${frame.line}` }]);
  if (error !== null && verdict.outcome !== 'allowed') facts.push(['Error: ', { value: error }]);
  facts.push([`Preflight: ${preflight.replace('-', ' ')}`]);
  facts.push([`Front door: ${frontDoors[gateway.kind]}`]);
  return facts;
}

const factNames = {
  credentials: 'credentials mode',
  mode: 'request mode',
  preflight: 'preflight',
  tab: 'from',
} as const;

/** Without the marks of code: what is written here goes to plain text too. */
const plainly = (text: string): string => text.replaceAll('`', '');

const frontDoors = {
  rest: 'API Gateway REST API',
  http: 'API Gateway HTTP API',
  'function-url': 'Lambda function URL',
  cloudfront: 'CloudFront',
  other: 'not recognised as one of AWS',
} as const;
