import type { Policy, TemplateApi } from '../../gateway/index.ts';
import type { Change } from './change.ts';

/** What the code behind a REST API owes, whatever the template says. */
export function handlerNotes({ origins, exposeHeaders }: Policy): readonly string[] {
  return [
    origins.length > 1
      ? `Cors can send one origin only: the handler must answer OPTIONS from its list of ${origins.length} origins, and every other request too, with Vary: Origin.`
      : 'Cors covers the preflight alone: every function behind this API must send Access-Control-Allow-Origin itself, on error paths too.',
    ...(exposeHeaders.length > 0
      ? [
          `A REST API's Cors has no exposed headers: the handler must send Access-Control-Expose-Headers: ${exposeHeaders.join(', ')}.`,
        ]
      : []),
  ];
}

export function errorNotes({ errorHeaders, policy }: Change): readonly string[] {
  if (!errorHeaders || policy.origins.length < 2) return [];
  return [
    'A gateway response holds one origin, so with several the gateway’s own errors stay unreadable; GatewayResponses were left as they are.',
  ];
}

/** Where every media type is binary, the MOCK behind SAM's OPTIONS fails. */
export function binaryTypesNote({ binaryMediaTypes, preflights }: TemplateApi): readonly string[] {
  if (!binaryMediaTypes.includes('*/*') || preflights.length === 0) return [];
  return [
    'BinaryMediaTypes has *~1*, with which SAM’s own OPTIONS answers 500: list the binary types by name instead, such as image~1png.',
  ];
}
