import type { TemplateApi } from '../../gateway/index.ts';
import type { Change } from './change.ts';
import type { Made } from './merge-notes.ts';
import { byHandler } from './preflight-events.ts';

/** What the code behind a REST API owes, whatever the template says. */
export function handlerNotes({ api, change: { policy }, wishes }: Made): readonly string[] {
  const { origins, exposeHeaders } = policy;
  const why = byHandler(api, policy);
  const reason =
    why === 'binary-types'
      ? 'SAM’s own OPTIONS answers 500 where BinaryMediaTypes has *~1*'
      : `SAM’s own OPTIONS can send one origin, and the policy has ${origins.length}`;
  return [
    !wishes.led
      ? 'Cors covers the preflight alone: every function behind this API must send Access-Control-Allow-Origin itself, on error paths too.'
      : `${reason}: OPTIONS events lead the preflights to the handler, which must answer them, and every other request, with the caller’s origin if it is listed, and Vary: Origin.`,
    ...(wishes.overriding.length > 0
      ? [
          `The OPTIONS mocks of the definition (${wishes.overriding.join(', ')}) name the origin that asks, by a response template. AWS was not recorded doing so: try each origin once it is deployed.`,
        ]
      : []),
    ...(wishes.textual.length > 0
      ? [
          `The OPTIONS mocks of the definition (${wishes.textual.join(', ')}) read their request as text, because *~1* among BinaryMediaTypes makes all of it binary. Users report that this helps; AWS was not recorded doing so.`,
        ]
      : []),
    ...wishes.without.map(
      ({ method, path, place }) =>
        `Line ${place.line}: no OPTIONS event can stand beside ${method} ${path}, because a definition writes it. Until that has an options method of its own, its preflight ${why === 'binary-types' ? 'answers 500' : `allows ${origins[0] ?? ''} alone`}.`,
    ),
    ...backendNotes(api, origins),
    ...(exposeHeaders.length > 0
      ? [
          `A REST API’s Cors has no exposed headers: the handler must send Access-Control-Expose-Headers: ${exposeHeaders.join(', ')}.`,
        ]
      : []),
  ];
}

export function errorNotes({ errorHeaders, policy }: Change): readonly string[] {
  if (!errorHeaders || policy.origins.length < 2) return [];
  return [
    'A gateway response holds one origin: with several, the gateway’s own errors stay unreadable, and GatewayResponses were left as they are.',
  ];
}

/** Routes behind which no function stands, by their lines. */
const backendNotes = ({ routes }: TemplateApi, origins: readonly string[]): readonly string[] =>
  routes
    .filter(
      ({ method, integration }) => integration === 'http' || (integration === 'mock' && method !== 'OPTIONS'),
    )
    .map(
      ({ method, path, place }) =>
        `Line ${place.line}: no function stands behind ${method} ${path}. An http_proxy backend must send Access-Control-Allow-Origin: ${origins[0] ?? ''} itself; of any other integration, map the header in responseParameters.`,
    );
