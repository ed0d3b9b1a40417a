/** A gateway with running code behind it: the function is called with the front door's own event, and its value is read. */
import {
  answer,
  type GatewayAnswer,
  type GatewayConfiguration,
  type GatewayRequest,
  type Integration,
  type Route,
} from '../../src/gateway/index.ts';
import type { Invoke } from './runtime.ts';

/** The code behind an API; `payload`: how an HTTP API hands requests over. */
export interface Code {
  readonly invoke: Invoke;
  readonly payload: '1.0' | '2.0';
}

/** What the gateway answers where code stands behind its Lambda routes. The code is called only where the request reaches it. */
export async function answerInvoked(
  configuration: GatewayConfiguration,
  request: GatewayRequest,
  body: string,
  { invoke, payload }: Code,
): Promise<GatewayAnswer> {
  const index = reached(configuration, request);
  if (index === null) return answer(configuration, request);
  const shape = configuration.kind === 'function-url' ? '2.0' : payload;
  const event =
    configuration.kind === 'rest'
      ? event1(request, body)
      : shape === '1.0'
        ? { version: '1.0', ...event1(request, body) }
        : event2(request, body);
  const integration = await invoke(event).then(
    (result): Integration => ({ type: 'lambda-result', payload: shape, result }),
    (): Integration => ({ type: 'lambda-error' }),
  );
  return answer(
    behind(configuration, (own, at) => (at === index ? integration : own)),
    request,
  );
}

const mark = 'x-reached-route';

/** The route whose code a request reaches: the model is asked with a mark in the place of each function's answer. */
function reached(configuration: GatewayConfiguration, request: GatewayRequest): number | null {
  const marked = behind(configuration, (own, index) =>
    own.type === 'lambda'
      ? { type: 'lambda', response: { status: 200, headers: [[mark, String(index)]], body: '' } }
      : own,
  );
  const found = answer(marked, request).headers.find(([name]) => name === mark);
  return found === undefined ? null : Number(found[1]);
}

function behind(
  configuration: GatewayConfiguration,
  change: (own: Integration, index: number) => Integration,
): GatewayConfiguration {
  if (configuration.kind === 'function-url')
    return { ...configuration, integration: change(configuration.integration, 0) };
  const routes = configuration.routes.map(
    (route, index): Route => ({ ...route, integration: change(route.integration, index) }),
  );
  return { ...configuration, routes };
}

const split = (target: string): readonly [string, string] => {
  const at = target.indexOf('?');
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
};

/** REST API, and payload 1.0: header names as the client wrote them. */
function event1({ method, path: target, headers }: GatewayRequest, body: string) {
  const [path, query] = split(target);
  const many: Record<string, string[]> = {};
  for (const [name, value] of headers) {
    const values = many[name] ?? [];
    values.push(value);
    many[name] = values;
  }
  return {
    resource: path,
    path,
    httpMethod: method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: many,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    requestContext: { httpMethod: method, path, stage: 'Prod' },
    body: body === '' ? null : body,
    isBase64Encoded: false,
  };
}

/** Payload 2.0: header names in lower case, the method in the context alone. */
function event2({ method, path: target, headers }: GatewayRequest, body: string) {
  const [path, query] = split(target);
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: query,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: { http: { method, path } },
    ...(body === '' ? {} : { body }),
    isBase64Encoded: false,
  };
}
