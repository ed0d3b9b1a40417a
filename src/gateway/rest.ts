import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import { untypedEndings } from './gateway-response.ts';
import type { GatewayAnswer, GatewayRequest, RestConfiguration, Route } from './model.ts';
import { endOutside, endUntyped, optional, refuse } from './rest-end.ts';
import { bare, integrateRest, mockRefusal } from './rest-integration.ts';
import { belowStage, candidates, takes } from './routing.ts';

type Guarded = Pick<Route, 'authorizer' | 'apiKeyRequired' | 'refusal'>;

/**
 * REST API (v1): the method is found below the stage, then firewall, authoriser, API key, throttle and validators stand
 * before the integration. It adds no CORS header to anything, the MOCK preflight and gateway responses excepted.
 */
export function answerRest(config: RestConfiguration, request: GatewayRequest): GatewayAnswer {
  const path = belowStage(request.path, config);
  if (path === null) return endOutside(request, untypedEndings.noStage);
  const found = candidates(config.routes, path).filter(({ route }) => route.path !== '$default');
  // The most specific resource is chosen by path alone; a method that it lacks is not looked for in the next one.
  const resource = found.filter(({ score }) => score === found[0]?.score).map(({ route }) => route);
  const named = resource.find((route) => route.method === request.method);
  // SAM adds no MOCK where the path has its own OPTIONS; beside `ANY` it does, and the named method wins.
  if (request.method === 'OPTIONS' && named === undefined && resource.length > 0 && config.preflight !== null)
    return guard(config, request, config.preflight) ?? mock(config, request, config.preflight);
  const route = named ?? resource.find((own) => takes(own, request.method));
  if (route === undefined) return unsigned(config, request);
  return guard(config, request, route) ?? integrateRest(config, request, route.integration);
}

function guard(config: RestConfiguration, request: GatewayRequest, guarded: Guarded): GatewayAnswer | null {
  const { authorizer, apiKeyRequired, refusal } = guarded;
  if (refusal === 'WAF_FILTERED' || refusal === 'RESOURCE_POLICY') return refuse(config, request, refusal);
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
        ...endUntyped(config, request, untypedEndings.badSignature),
        unverified: hasDefaults(config),
      };
}

const hasDefaults = ({ gatewayResponses, gatewayResponseStatuses }: RestConfiguration) =>
  gatewayResponses.DEFAULT_4XX !== undefined || gatewayResponseStatuses?.DEFAULT_4XX !== undefined;

function mock(
  config: RestConfiguration,
  request: GatewayRequest,
  preflight: NonNullable<RestConfiguration['preflight']>,
): GatewayAnswer {
  const refused = mockRefusal(config, request);
  if (refused !== null) return refused;
  const { allowOrigin, allowOrigins = [] } = preflight;
  const origin = field(request.headers, 'origin');
  const echoed = origin !== null && allowOrigins.includes(origin);
  const own: HeaderLines = [
    ['access-control-allow-origin', echoed ? origin : allowOrigin],
    ...optional('access-control-allow-methods', preflight.allowMethods),
    ...optional('access-control-allow-headers', preflight.allowHeaders),
    ...optional('access-control-allow-credentials', preflight.allowCredentials ? 'true' : null),
    ...optional('access-control-max-age', preflight.maxAge === null ? null : String(preflight.maxAge)),
  ];
  // That a template's override picks the origin is read in other tools' templates; one report says it does not.
  const unverified = allowOrigins.some((allowed) => allowed !== allowOrigin);
  return { status: 200, headers: [...bare(request, own), ...own], body: '{}\n', unverified };
}
