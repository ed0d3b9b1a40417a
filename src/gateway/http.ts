import type { HeaderLines } from '../cors/index.ts';
import { invoke, type Outcome } from './backend.ts';
import { field } from './field.ts';
import { handlerHeaders, isCorsResponseHeader } from './handler.ts';
import { decoration, isPreflight, preflightAllowed, preflightHeaders } from './http-cors.ts';
import type {
  GatewayAnswer,
  GatewayRequest,
  HandlerResponse,
  HttpConfiguration,
  Integration,
  Route,
} from './model.ts';
import { requestIds } from './request-id.ts';
import { belowStage, candidates, takes } from './routing.ts';

/**
 * HTTP API (v2): a route that matches OPTIONS beats the built-in preflight answer; where CORS is configured, the gateway
 * decorates every response, its own errors too, and drops the integration's CORS headers.
 */
export function answerHttp(config: HttpConfiguration, request: GatewayRequest): GatewayAnswer {
  const path = belowStage(request.path, config);
  // No stage, no mapping: no API is reached, so that its CORS cannot show. What is said then was not recorded.
  if (path === null)
    return { ...fail({ ...config, cors: null }, request, 404, 'Not Found'), unverified: true };
  const route = candidates(config.routes, path).find(({ route: own }) => takes(own, request.method))?.route;
  if (route !== undefined) return guard(config, request, route) ?? integrate(config, request, route);
  if (config.cors !== null && isPreflight(request)) return preflight(config.cors, request);
  return fail(config, request, 404, 'Not Found');
}

function preflight(policy: NonNullable<HttpConfiguration['cors']>, request: GatewayRequest): GatewayAnswer {
  const id: HeaderLines = [['apigw-requestid', requestIds(request).extended]];
  // Refused: status and absence of headers are inferred, not recorded.
  if (!preflightAllowed(policy, request)) return { status: 204, headers: id, body: '', unverified: true };
  const headers = [...decoration(policy, request), ...preflightHeaders(policy), ...id];
  return { status: 204, headers, body: '', unverified: false };
}

function guard(config: HttpConfiguration, request: GatewayRequest, route: Route): GatewayAnswer | null {
  const authorization = field(request.headers, 'authorization');
  if ((route.authorizer === 'jwt' || route.authorizer === 'cognito') && !authorization)
    return fail(config, request, 401, 'Unauthorized', [['www-authenticate', 'Bearer']], true);
  if (route.authorizer === 'lambda' && !authorization) return fail(config, request, 401, 'Unauthorized');
  if (route.authorizer === 'iam' && !authorization?.startsWith('AWS4-'))
    return fail(config, request, 403, 'Forbidden');
  if (route.refusal === undefined) return null;
  return route.refusal === 'THROTTLED' || route.refusal === 'QUOTA_EXCEEDED'
    ? fail(config, request, 429, 'Too Many Requests')
    : fail(config, request, 403, 'Forbidden');
}

function integrate(config: HttpConfiguration, request: GatewayRequest, route: Route): GatewayAnswer {
  const outcome = outcomeOf(route.integration);
  switch (outcome.kind) {
    case 'timeout':
    case 'throttled':
      return fail(config, request, 503, 'Service Unavailable');
    case 'failed': {
      const failed = fail(config, request, 500, 'Internal Server Error');
      return { ...failed, unverified: failed.unverified || !outcome.recorded };
    }
    case 'response':
      return pass(config, request, outcome.response, outcome.recorded);
  }
}

/** An HTTP API proxies only: it maps no response, and has no MOCK. */
function outcomeOf(integration: Integration): Outcome {
  switch (integration.type) {
    case 'http_proxy':
      return { kind: 'response', response: integration.response, recorded: true };
    case 'aws':
      return { kind: 'response', response: integration.response, recorded: false };
    case 'http':
    case 'mock':
      return { kind: 'failed', recorded: false };
    default:
      return invoke(integration, integration.type === 'lambda-result' ? integration.payload : '2.0');
  }
}

/** An integration's response, with the configured CORS headers in the place of its own. */
function pass(
  config: HttpConfiguration,
  request: GatewayRequest,
  response: HandlerResponse,
  recorded: boolean,
): GatewayAnswer {
  const given = handlerHeaders(response, request);
  const own = config.cors === null ? given : given.filter((line) => !isCorsResponseHeader(line));
  const decorated = decoration(config.cors, request);
  // That an origin which is not listed gets no header here is told by many, recorded by nobody.
  const withheld =
    config.cors !== null && decorated.length === 0 && field(request.headers, 'origin') !== null;
  const answersPreflight = config.cors !== null && decorated.length > 0 && isPreflight(request);
  const headers: HeaderLines = [
    ...(field(own, 'content-type') === null ? [['content-type', 'text/plain; charset=utf-8'] as const] : []),
    ...own,
    ...decorated,
    ...(answersPreflight && config.cors !== null ? preflightHeaders(config.cors) : []),
    ['apigw-requestid', requestIds(request).extended],
  ];
  return {
    status: response.status,
    headers,
    body: response.body,
    unverified: answersPreflight || withheld || !recorded,
  };
}

/** An error of the gateway's own. Its decoration was recorded on the JWT authoriser's 401 only. */
function fail(
  config: HttpConfiguration,
  request: GatewayRequest,
  status: number,
  message: string,
  added: HeaderLines = [],
  recorded = false,
): GatewayAnswer {
  const decorated = decoration(config.cors, request);
  const inferred = status === 403 || status === 429;
  return {
    status,
    headers: [
      ['content-type', 'application/json'],
      ...added,
      ...decorated,
      ['apigw-requestid', requestIds(request).extended],
    ],
    body: `{"message":${JSON.stringify(message)}}`,
    unverified: inferred || (!recorded && decorated.length > 0),
  };
}
