import type { HeaderLines } from '../cors/index.ts';
import { invoke } from './backend.ts';
import { field } from './field.ts';
import { untypedEndings } from './gateway-response.ts';
import { handlerHeaders } from './handler.ts';
import { mapped } from './mapping.ts';
import type {
  GatewayAnswer,
  GatewayRequest,
  Integration,
  ResponseMapping,
  RestConfiguration,
} from './model.ts';
import { requestIds } from './request-id.ts';
import { endUntyped, optional, refuse } from './rest-end.ts';

/** Headers of a proxied response that a REST API sends under another name. */
const remapped = new Set(['connection', 'content-length', 'date', 'server', 'www-authenticate']);

/** What a REST API makes of the integration behind a method, once nothing stands before it any more. */
export function integrateRest(
  config: RestConfiguration,
  request: GatewayRequest,
  integration: Integration,
): GatewayAnswer {
  switch (integration.type) {
    case 'http_proxy': {
      const { status, body } = integration.response;
      const own = proxied(handlerHeaders(integration.response, request));
      return { status, headers: [...bare(request, own), ...own], body, unverified: false };
    }
    case 'aws':
    case 'http': {
      const { response, mapping } = integration;
      const answered = answerMapped(request, mapping, handlerHeaders(response, request), response.body);
      return integration.type === 'aws' ? traced(request, answered) : answered;
    }
    case 'mock':
      return (
        mockRefusal(config, request) ??
        answerMapped(request, integration.mapping, [], integration.mapping.body ?? '')
      );
    default: {
      const outcome = invoke(integration, 'rest');
      switch (outcome.kind) {
        case 'timeout':
          return refuse(config, request, 'INTEGRATION_TIMEOUT');
        case 'throttled':
          return endUntyped(config, request, untypedEndings.lambdaThrottled);
        case 'failed': {
          const ended = endUntyped(config, request, untypedEndings.malformed);
          return { ...ended, unverified: ended.unverified || !outcome.recorded };
        }
        case 'response': {
          const { status, body } = outcome.response;
          const own = proxied(handlerHeaders(outcome.response, request));
          const headers = [...bare(request, own), ...own];
          return traced(request, { status, headers, body, unverified: !outcome.recorded });
        }
      }
    }
  }
}

/** A MOCK has a request template for JSON only: any other `Content-Type` cannot be transformed. */
export function mockRefusal(config: RestConfiguration, request: GatewayRequest): GatewayAnswer | null {
  const type = field(request.headers, 'content-type');
  return type === null || /^application\/json\b/i.test(type.trim())
    ? null
    : refuse(config, request, 'API_CONFIGURATION_ERROR');
}

function answerMapped(
  request: GatewayRequest,
  mapping: ResponseMapping,
  backend: HeaderLines,
  body: string,
): GatewayAnswer {
  const { lines: fixed, sure } = mapped(mapping, backend);
  const { lines, echoed } = overridden(mapping, fixed, field(request.headers, 'origin'));
  const headers = [...bare(request, lines), ...lines];
  return {
    status: mapping.status,
    headers,
    body: mapping.body ?? body,
    unverified: !sure || echoed || mapping.unrecorded === true,
  };
}

const allowOrigin = 'access-control-allow-origin';

/** That a response template changes a header is read in other tools' templates, not recorded; one report says it does not. */
function overridden(
  { origins = [] }: ResponseMapping,
  fixed: HeaderLines,
  origin: string | null,
): { readonly lines: HeaderLines; readonly echoed: boolean } {
  if (origin === null || !origins.includes(origin) || field(fixed, allowOrigin) === origin)
    return { lines: fixed, echoed: false };
  const others = fixed.filter(([name]) => name.toLowerCase() !== allowOrigin);
  return { lines: [[allowOrigin, origin], ...others], echoed: true };
}

/** The lines that every integration's answer has: its type, JSON where it names none, and the ids. */
export function bare(request: GatewayRequest, own: HeaderLines): HeaderLines {
  const ids = requestIds(request);
  return [
    ...optional('content-type', field(own, 'content-type') === null ? 'application/json' : null),
    ['x-amzn-requestid', ids.uuid],
    ['x-amz-apigw-id', ids.extended],
  ];
}

/** Recorded on the answers of Lambda functions and AWS services, and on nothing else. */
const traced = (request: GatewayRequest, answered: GatewayAnswer): GatewayAnswer => ({
  ...answered,
  headers: [...answered.headers, ['x-amzn-trace-id', requestIds(request).trace]],
});

const proxied = (lines: HeaderLines): HeaderLines =>
  lines.map(([name, value]) =>
    remapped.has(name.toLowerCase()) ? [`x-amzn-remapped-${name.toLowerCase()}`, value] : [name, value],
  );
