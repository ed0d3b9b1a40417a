import { type Block, heading, type Line, type Tone } from './block.ts';
import { outlineFinding } from './outline-finding.ts';
import { outlineMessages } from './outline-messages.ts';
import type { ReportedExchange } from './report.ts';

type Outcome = ReportedExchange['verdict']['outcome'];

/** In the order in which a reader wants them. */
export const outcomes: readonly { outcome: Outcome; word: string; tone: Tone }[] = [
  { outcome: 'blocked', word: 'blocked', tone: 'bad' },
  { outcome: 'network-error', word: 'network error', tone: 'warn' },
  { outcome: 'pending', word: 'pending', tone: 'plain' },
  { outcome: 'allowed', word: 'allowed', tone: 'good' },
  { outcome: 'not-cors', word: 'not decided by CORS', tone: 'plain' },
];

/** Said wherever an outcome is. */
export function assumption(basis: 'certain' | 'assumed'): string {
  return basis === 'assumed' ? ' (assumed)' : '';
}

/** Which request, what came of it, and how that is known. */
export function outlineFacts(exchange: ReportedExchange): readonly Block[] {
  const { method, url } = exchange.request;
  const told = outcomes.find(({ outcome }) => outcome === exchange.verdict.outcome);
  const word = told?.word ?? exchange.verdict.outcome;
  const title = word.charAt(0).toUpperCase() + word.slice(1);
  return [
    heading(2, [`${title}: `, { value: method }, ' ', { value: url }], told?.tone),
    { type: 'list', items: factsOf(exchange) },
  ];
}

/** One exchange: its facts, its findings and, where asked for, its messages. */
export function outlineExchange(
  exchange: ReportedExchange,
  options: { readonly messages: boolean },
): readonly Block[] {
  return [
    ...outlineFacts(exchange),
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
