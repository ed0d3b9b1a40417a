import { answerFunctionUrl } from './function-url.ts';
import { answerHttp } from './http.ts';
import type { GatewayAnswer, GatewayConfiguration, GatewayRequest } from './model.ts';
import { answerRest } from './rest.ts';

/**
 * What a gateway so configured answers to a request, its own errors included. Pure: the same request always gets the
 * same answer, ids included. Sources: the recorded wire facts that `wire-facts.test.ts` holds it to.
 */
export function answer(config: GatewayConfiguration, request: GatewayRequest): GatewayAnswer {
  switch (config.kind) {
    case 'rest':
      return answerRest(config, request);
    case 'http':
      return answerHttp(config, request);
    case 'function-url':
      return answerFunctionUrl(config, request);
  }
}
