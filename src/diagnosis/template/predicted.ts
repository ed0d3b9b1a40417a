import type { HeaderLine, HeaderLines } from '../../cors/index.ts';
import { rememberLast } from '../../exchange/index.ts';
import {
  answer,
  configurationOf,
  type GatewayAnswer,
  type GatewayRequest,
  type HandlerResponse,
  unknownHeadersOf,
} from '../../gateway/index.ts';
import type { Subject } from '../rule.ts';
import { blockedScene } from '../scene.ts';
import { narrowed, takersOf } from './takers.ts';

/** What the template, once deployed, would answer to the request that failed. */
export interface Predicted {
  readonly answer: GatewayAnswer;
  /** Headers whose value or absence rests on texts that the template does not tell; lower case. */
  readonly unknown: readonly string[];
}

/** The template's answer to the failed message of a blocked exchange, the observed answer standing in for its handler's. */
export const predicted = rememberLast((subject: Subject): Predicted | null => {
  const scene = blockedScene(subject);
  if (scene === null || subject.template === null || !URL.canParse(scene.request.url)) return null;
  const { api, prefix } = subject.template;
  const { pathname, search } = new URL(scene.request.url);
  const { method, headers } = scene.request;
  const request: GatewayRequest = { method, path: `${pathname}${search}`, headers };
  const response = standIn(scene.response, api.kind === 'function-url');
  const configuration = configurationOf(
    narrowed(api, takersOf(subject)),
    () => ({ type: 'lambda', response }),
    prefix,
  );
  const answered = answer(configuration, request);
  return { answer: answered, unknown: unknownHeadersOf(api, request, answered) };
});

/** A function URL adds its headers to the function's, so that what was observed holds both; the function then had none. */
function standIn(
  {
    status,
    headers,
    body,
  }: { readonly status: number; readonly headers: HeaderLines; readonly body: string | null },
  isFunctionUrl: boolean,
): HandlerResponse {
  const own = ([name]: HeaderLine) => !/^access-control-/i.test(name);
  return { status, headers: isFunctionUrl ? headers.filter(own) : headers, body: body ?? '' };
}
