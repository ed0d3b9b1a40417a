import { type GatewayResponseType, gatewayResponses } from './gateway-response.ts';

/**
 * The gateway response types with which a REST API may have ended a request by itself, judged by the status and the
 * `x-amzn-errortype` that were captured; empty where none is known to look so. Several types look alike.
 */
export function refusalsLike(status: number, errorType: string | null): readonly GatewayResponseType[] {
  const name = errorType?.split(':')[0] ?? null;
  return types.filter((type) => {
    const known = gatewayResponses[type];
    return known.status === status && known.errorType === name;
  });
}

const isType = (name: string): name is GatewayResponseType => name in gatewayResponses;
const types = Object.keys(gatewayResponses).filter(isType);
