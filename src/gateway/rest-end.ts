import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import {
  type Ending,
  type GatewayResponseType,
  gatewayResponses,
  untypedEndings,
} from './gateway-response.ts';
import type { GatewayAnswer, GatewayRequest, Refusal, RestConfiguration } from './model.ts';
import { requestIds } from './request-id.ts';

/** Ends a request with the gateway response of that type. */
export function refuse(config: RestConfiguration, request: GatewayRequest, refusal: Refusal): GatewayAnswer {
  return refusal === 'RESOURCE_POLICY'
    ? end(config, request, untypedEndings.resourcePolicy, 'ACCESS_DENIED')
    : end(config, request, gatewayResponses[refusal], refusal);
}

/** Ends a request of no type of its own with the default of its class, as far as one is set. */
export function endUntyped(
  config: RestConfiguration,
  request: GatewayRequest,
  ending: Ending,
): GatewayAnswer {
  return end(config, request, ending, ending.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
}

/** Ends a request that reached no API, so that nothing of any configuration shows. */
export function endOutside(request: GatewayRequest, ending: Ending): GatewayAnswer {
  return written(request, ending, ending.status, []);
}

/** A type that is set on its own, by headers or by a status, takes nothing of the default of its class. */
function end(
  config: RestConfiguration,
  request: GatewayRequest,
  ending: Ending,
  type: GatewayResponseType | 'DEFAULT_4XX' | 'DEFAULT_5XX',
): GatewayAnswer {
  // AWS: customising REQUEST_TOO_LARGE "isn't currently supported".
  if (type === 'REQUEST_TOO_LARGE') return written(request, ending, ending.status, []);
  const { gatewayResponses: headers, gatewayResponseStatuses: statuses = {} } = config;
  const ownSet = headers[type] !== undefined || statuses[type] !== undefined;
  const source = ownSet ? type : ending.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const added = (headers[source] ?? []).flatMap(([name, value]) => {
    const mapped = /^method\.request\.header\.(.+)$/.exec(value)?.[1];
    return optional(name, mapped === undefined ? value : field(request.headers, mapped.toLowerCase()));
  });
  return written(request, ending, statuses[source] ?? ending.status, added);
}

function written(request: GatewayRequest, ending: Ending, status: number, added: HeaderLines): GatewayAnswer {
  const ids = requestIds(request);
  const headers: HeaderLines = [
    ['content-type', 'application/json'],
    ['x-amzn-requestid', ids.uuid],
    ...optional('x-amzn-errortype', ending.errorType),
    ['x-amz-apigw-id', ids.extended],
    ...added,
  ];
  return { status, headers, body: ending.body, unverified: !ending.recorded };
}

/** A line, or none for null. */
export const optional = (name: string, value: string | null): HeaderLines =>
  value === null ? [] : [[name, value]];
