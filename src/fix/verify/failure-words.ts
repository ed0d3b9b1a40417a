import type { Proof } from '../fix.ts';
import type { Admitted, Failing, TemplateFailure, TemplateProof } from './template-proof.ts';

const why: Readonly<Record<Failing, string>> = {
  'no-route': 'no route of the template takes it',
  'options-not-taken': 'nothing answers OPTIONS there',
  'options-guarded': 'an authorizer or an API key stands before OPTIONS',
  'options-by-handler': 'OPTIONS goes to code, which must answer it as CORS asks, or leave it to the gateway',
  'origin-left-out': 'the origin "null" is anyone’s, so it is not allowed',
  'one-origin': 'Cors of a REST API sends one fixed origin: the handler must answer OPTIONS for the others',
  'not-allowed': 'the template’s CORS setting does not allow it',
  handler: 'the handler must change: its own answer does not carry what the browser asks for',
  'too-large': 'a 413 of a REST API cannot carry CORS headers: send less',
  'gateway-error': 'the gateway’s own error carries no fitting CORS header: give GatewayResponses to it',
  'value-unknown': 'it rests on what the template does not tell',
  'beyond-settings': 'no CORS setting changes it',
};

const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

/** One failure as a sentence; what is quoted in it is a stranger's. */
export function failureText({
  why: reason,
  step,
  code,
  parameter,
  origin,
  method,
  path,
  count,
  beyond,
}: TemplateFailure): string {
  const times = count === 1 ? '' : ` (${count} requests)`;
  const named = parameter === '' ? '' : ` ${JSON.stringify(cut(parameter))}`;
  const said = code === null ? '' : `: ${code}${named}`;
  const what = beyond === undefined ? '' : `: ${cut(beyond)}`;
  return `${cut(method)} ${cut(path)} from ${cut(origin)}${times}: ${why[reason]}${what} (${step}${said})`;
}

/** Who got in, as a sentence. */
export function admittedText({ what, origin, method, headers, by }: Admitted): string {
  const who = {
    origin: `the origin ${cut(origin)}`,
    method: `the method ${cut(method)}`,
    header: `the request header ${cut(headers.join(', '))}`,
    credentials: 'a request with credentials',
  }[what];
  return `${who} is let in by the ${by}, though nothing names it`;
}

/** How many results of any proof rest on what AWS was not recorded doing; none: no sentence. */
export const unverifiedTexts = ({ restsOnUnverified: count }: Proof): readonly string[] =>
  count === 0 ? [] : [`Resting on AWS behaviour that was not recorded: ${count} of these.`];

const requests = (count: number): string =>
  count === 1 ? '1 captured request' : `${count} captured requests`;

/** What the proof rests on besides what is certain, each as a sentence. */
export function restsOnTexts(proof: TemplateProof): readonly string[] {
  const { restsOnUnknown, restsOnUnseen, assumes, mayFail } = proof;
  return [
    ...unverifiedTexts(proof),
    ...(restsOnUnknown > 0 ? [`Resting on what the template does not tell: ${restsOnUnknown}.`] : []),
    ...(restsOnUnseen > 0
      ? [
          `Of ${requests(restsOnUnseen)} the capture does not show the handler’s answer: it was taken to do right.`,
        ]
      : []),
    ...mayFail.map((title) => `May still fail, whatever the template says: ${cut(title)}`),
    ...(assumes.length > 0 ? [`Parameters taken by their defaults: ${assumes.map(cut).join(', ')}.`] : []),
  ];
}

/** What the handler, or a backend where no function stands, must do for some of those that pass; none: no sentence. */
export function needHandlerText(count: number, hasFunction: boolean): string | null {
  if (count === 0) return null;
  return `${requests(count)} ${count === 1 ? 'passes' : 'pass'} only once the ${hasFunction ? 'handler is changed' : 'backend sends the headers'}, too`;
}

/** `3 of 3 captured requests pass, 5 of 5 strangers are refused.` */
export function proofText({ passed, failed, strangersRefused, strangersAccepted }: Proof): string {
  const strangers = strangersRefused + strangersAccepted;
  return `${passed} of ${passed + failed} captured requests pass, ${strangersRefused} of ${strangers} strangers are refused.`;
}
