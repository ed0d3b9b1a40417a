import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import {
  type Ending,
  type GatewayResponseType,
  gatewayResponses,
  untypedEndings,
} from './gateway-response.ts';
import { handlerHeaders } from './handler.ts';
import type { GatewayAnswer, GatewayRequest, RestConfiguration, Route } from './model.ts';
import { requestIds } from './request-id.ts';
import { belowStage, candidates, takes } from './routing.ts';

type Guarded = Pick<Route, 'authorizer' | 'apiKeyRequired' | 'refusal'>;

/** Headers of a Lambda response that a REST API sends under another name. */
const remapped = new Set(['connection', 'content-length', 'date', 'server', 'www-authenticate']);

/**
 * REST API (v1): the method is found below the stage, then firewall, authoriser, API key, throttle and validators stand
 * before the integration. It adds no CORS header to anything, the MOCK preflight and gateway responses excepted.
 */
export function answerRest(config: RestConfiguration, request: GatewayRequest): GatewayAnswer {
  const path = belowStage(request.path, config.stage);
  if (path === null) return end(request, untypedEndings.noStage, []);
  const found = candidates(config.routes, path).filter(({ route }) => route.path !== '$default');
  // The most specific resource is chosen by path alone; a method that it lacks is not looked for in the next one.
  const resource = found.filter(({ score }) => score === found[0]?.score).map(({ route }) => route);
  const named = resource.find((route) => route.method === request.method);
  // SAM adds no MOCK where the path has its own OPTIONS; beside `ANY` it does, and the named method wins.
  if (request.method === 'OPTIONS' && named === undefined && resource.length > 0 && config.preflight !== null)
    return guard(config, request, config.preflight) ?? mock(config, request, config.preflight);
  const route = named ?? resource.find((own) => takes(own, request.method));
  if (route === undefined) return unsigned(config, request);
  return guard(config, request, route) ?? integrate(config, request, route);
}

function guard(config: RestConfiguration, request: GatewayRequest, guarded: Guarded): GatewayAnswer | null {
  const { authorizer, apiKeyRequired, refusal } = guarded;
  if (refusal === 'WAF_FILTERED') return refuse(config, request, refusal);
  const authorization = field(request.headers, 'authorization');
  // That a method behind AWS_IAM answers like a missing one is documented, not recorded.
  if (authorizer === 'iam' && !isSignature(authorization))
    return { ...unsigned(config, request), unverified: true };
  if (authorizer !== 'none' && authorizer !== 'iam' && !authorization)
    return refuse(config, request, 'UNAUTHORIZED');
  if (refusal === 'ACCESS_DENIED') return refuse(config, request, refusal);
  if (apiKeyRequired && !field(request.headers, 'x-api-key'))
    return refuse(config, request, 'INVALID_API_KEY');
  return refusal === undefined ? null : refuse(config, request, refusal);
}

const isSignature = (authorization: string | null) =>
  authorization !== null && /^AWS4-\S+ .*Signature=/.test(authorization);

/** No such method, or no AWS signature: without `Authorization` both look alike. */
function unsigned(config: RestConfiguration, request: GatewayRequest): GatewayAnswer {
  const authorization = field(request.headers, 'authorization');
  return authorization === null || isSignature(authorization)
    ? refuse(config, request, 'MISSING_AUTHENTICATION_TOKEN')
    : {
        ...end(request, untypedEndings.badSignature, responseHeaders(config, request, null, 403)),
        unverified: hasDefaults(config),
      };
}

const hasDefaults = (config: RestConfiguration) => config.gatewayResponses.DEFAULT_4XX !== undefined;

function mock(
  config: RestConfiguration,
  request: GatewayRequest,
  preflight: NonNullable<RestConfiguration['preflight']>,
): GatewayAnswer {
  const type = field(request.headers, 'content-type');
  // The MOCK has a request template for JSON only, and none that passes through.
  if (type !== null && !/^application\/json\b/i.test(type.trim()))
    return refuse(config, request, 'API_CONFIGURATION_ERROR');
  const ids = requestIds(request);
  const origin = field(request.headers, 'origin');
  const echoed = origin !== null && preflight.allowOrigins?.includes(origin) === true;
  const headers: HeaderLines = [
    ['content-type', 'application/json'],
    ['x-amzn-requestid', ids.uuid],
    ['x-amz-apigw-id', ids.extended],
    ['access-control-allow-origin', echoed ? origin : preflight.allowOrigin],
    ...optional('access-control-allow-methods', preflight.allowMethods),
    ...optional('access-control-allow-headers', preflight.allowHeaders),
    ...optional('access-control-allow-credentials', preflight.allowCredentials ? 'true' : null),
    ...optional('access-control-max-age', preflight.maxAge === null ? null : String(preflight.maxAge)),
  ];
  return { status: 200, headers, body: '{}\n', unverified: false };
}

const optional = (name: string, value: string | null): HeaderLines => (value === null ? [] : [[name, value]]);

function integrate(config: RestConfiguration, request: GatewayRequest, route: Route): GatewayAnswer {
  const { integration } = route;
  if (integration.type === 'timeout') return refuse(config, request, 'INTEGRATION_TIMEOUT');
  if (integration.type === 'lambda-error')
    return end(request, untypedEndings.malformed, responseHeaders(config, request, null, 502));
  if (integration.type === 'lambda-throttled')
    return end(request, untypedEndings.lambdaThrottled, responseHeaders(config, request, null, 500));
  const ids = requestIds(request);
  const own = handlerHeaders(integration.response, request).map(([name, value]) =>
    remapped.has(name.toLowerCase())
      ? ([`x-amzn-remapped-${name.toLowerCase()}`, value] as const)
      : ([name, value] as const),
  );
  const headers: HeaderLines = [
    ...(field(own, 'content-type') === null ? [['content-type', 'application/json'] as const] : []),
    ['x-amzn-requestid', ids.uuid],
    ['x-amz-apigw-id', ids.extended],
    ...own,
    ['x-amzn-trace-id', ids.trace],
  ];
  return { status: integration.response.status, headers, body: integration.response.body, unverified: false };
}

function refuse(
  config: RestConfiguration,
  request: GatewayRequest,
  type: GatewayResponseType,
): GatewayAnswer {
  const ending = gatewayResponses[type];
  return end(request, ending, responseHeaders(config, request, type, ending.status));
}

/** The headers that `GatewayResponses` gives a type: its own entry alone, or the default of its class. */
function responseHeaders(
  config: RestConfiguration,
  request: GatewayRequest,
  type: GatewayResponseType | null,
  status: number,
): HeaderLines {
  // AWS: customising REQUEST_TOO_LARGE "isn't currently supported".
  if (type === 'REQUEST_TOO_LARGE') return [];
  const own = type === null ? undefined : config.gatewayResponses[type];
  const lines = own ?? config.gatewayResponses[status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'] ?? [];
  return lines.flatMap(([name, value]) => {
    const mapped = /^method\.request\.header\.(.+)$/.exec(value)?.[1];
    return optional(name, mapped === undefined ? value : field(request.headers, mapped.toLowerCase()));
  });
}

function end(request: GatewayRequest, ending: Ending, added: HeaderLines): GatewayAnswer {
  const ids = requestIds(request);
  const headers: HeaderLines = [
    ['content-type', 'application/json'],
    ['x-amzn-requestid', ids.uuid],
    ...optional('x-amzn-errortype', ending.errorType),
    ['x-amz-apigw-id', ids.extended],
    ...added,
  ];
  return { status: ending.status, headers, body: ending.body, unverified: !ending.recorded };
}
