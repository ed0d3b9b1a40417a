import type { HeaderLines } from '../cors/index.ts';
import { invoke, type Outcome } from './backend.ts';
import { field } from './field.ts';
import { urlDecoration, urlPreflightHeaders } from './function-url-cors.ts';
import { handlerHeaders } from './handler.ts';
import type { FunctionUrlConfiguration, GatewayAnswer, GatewayRequest, Integration } from './model.ts';
import { requestIds } from './request-id.ts';

const forbidden =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

/**
 * Lambda function URL: where its CORS is configured it answers OPTIONS without the function, before any permission,
 * and adds its headers beside the function's own to everything else; where it is not, OPTIONS is a request like any.
 * All that its CORS does is reported or documented, none of it recorded.
 */
export function answerFunctionUrl(config: FunctionUrlConfiguration, request: GatewayRequest): GatewayAnswer {
  const ids = requestIds(request);
  const id: HeaderLines = [['x-amzn-requestid', ids.uuid]];
  if (config.cors !== null && request.method === 'OPTIONS')
    return {
      status: 200,
      headers: [...id, ...urlPreflightHeaders(config.cors, request)],
      body: '',
      unverified: true,
    };
  const added = urlDecoration(config.cors, request);
  // Configured CORS that adds nothing to an origin rests on what was not recorded as well.
  const asked = config.cors !== null && field(request.headers, 'origin') !== null;
  const end = (
    status: number,
    type: string,
    own: HeaderLines,
    body: string,
    recorded = true,
  ): GatewayAnswer => ({
    status,
    headers: [['content-type', type] as const, ...id, ...own, ...added],
    body,
    unverified: asked || !recorded,
  });
  if (!mayInvoke(config, request))
    return end(403, 'application/json', [['x-amzn-errortype', 'AccessDeniedException']], forbidden);
  const outcome = outcomeOf(config.integration);
  switch (outcome.kind) {
    case 'throttled':
      return end(
        429,
        'application/json',
        [['x-amzn-errortype', 'TooManyRequestsException']],
        '{"Message":"Rate Exceeded."}',
        false,
      );
    case 'timeout':
      return end(502, 'text/plain', [], 'Internal Server Error', false);
    case 'failed':
      return end(502, 'text/plain', [], 'Internal Server Error', outcome.recorded);
    case 'response': {
      const { status, body } = outcome.response;
      const own = handlerHeaders(outcome.response, request);
      const type = field(own, 'content-type') ?? 'application/json';
      const others = own.filter(([name]) => name.toLowerCase() !== 'content-type');
      return end(status, type, others, body, outcome.recorded);
    }
  }
}

/** Nothing but a Lambda function stands behind a function URL; its payload format is 2.0. */
function outcomeOf(integration: Integration): Outcome {
  switch (integration.type) {
    case 'aws':
    case 'http':
    case 'http_proxy':
    case 'mock':
      return { kind: 'failed', recorded: false };
    // What it does with a value that is malformed was recorded of an HTTP API only.
    case 'lambda-result': {
      const outcome = invoke(integration, '2.0');
      return outcome.kind === 'failed' ? { ...outcome, recorded: false } : outcome;
    }
    default:
      return invoke(integration, '2.0');
  }
}

function mayInvoke({ authType, permitted }: FunctionUrlConfiguration, request: GatewayRequest): boolean {
  const signed = field(request.headers, 'authorization')?.startsWith('AWS4-') === true;
  return permitted && (authType === 'NONE' || signed);
}
