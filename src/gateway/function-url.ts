import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import { urlDecoration, urlPreflightHeaders } from './function-url-cors.ts';
import { handlerHeaders } from './handler.ts';
import type { FunctionUrlConfiguration, GatewayAnswer, GatewayRequest } from './model.ts';
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
  const end = (status: number, type: string, own: HeaderLines, body: string, recorded = true) => ({
    status,
    headers: [['content-type', type] as const, ...id, ...own, ...added],
    body,
    unverified: asked || !recorded,
  });
  if (!mayInvoke(config, request))
    return end(403, 'application/json', [['x-amzn-errortype', 'AccessDeniedException']], forbidden);
  const { integration } = config;
  switch (integration.type) {
    case 'lambda-throttled':
      return end(
        429,
        'application/json',
        [['x-amzn-errortype', 'TooManyRequestsException']],
        '{"Message":"Rate Exceeded."}',
        false,
      );
    case 'timeout':
      return end(502, 'text/plain', [], 'Internal Server Error', false);
    case 'lambda-error':
      return end(502, 'text/plain', [], 'Internal Server Error');
    case 'lambda': {
      const own = handlerHeaders(integration.response, request);
      return {
        status: integration.response.status,
        headers: [
          ...(field(own, 'content-type') === null ? [['content-type', 'application/json'] as const] : []),
          ...id,
          ...own,
          ...added,
        ],
        body: integration.response.body,
        unverified: asked,
      };
    }
  }
}

function mayInvoke({ authType, permitted }: FunctionUrlConfiguration, request: GatewayRequest): boolean {
  const signed = field(request.headers, 'authorization')?.startsWith('AWS4-') === true;
  return permitted && (authType === 'NONE' || signed);
}
