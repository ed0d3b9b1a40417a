/**
 * Request headers that a page's author seldom writes: which tool adds them, and what stops it. Every option stands in
 * the tool's own documentation or source; a tool whose option was found in neither is left out.
 */
export interface HeaderTool {
  /** `tracing`: joins the call to a trace, and no API needs it to answer. `sdk`: set by a client library or by habit. */
  readonly family: 'tracing' | 'sdk';
  /** Who adds the headers, as a sentence names it. */
  readonly by: string;
  /** Names in lower case that tell it from the others; a `*` at the end stands for any rest. */
  readonly own: readonly Lowercase<string>[];
  /** Names that it may send and others send as well. */
  readonly also: readonly Lowercase<string>[];
  /** What to change, as a command. */
  readonly advice: string;
  /** The API needs the header, or may: it is then allowed by name. False where only the call can be wrong. */
  readonly allow: boolean;
}

const tracing = (
  by: string,
  own: HeaderTool['own'],
  also: HeaderTool['also'],
  advice: string,
): HeaderTool => ({ family: 'tracing', by, own, also, advice, allow: true });

const sdk = (
  by: string,
  own: HeaderTool['own'],
  advice: string,
  { also = [], allow = true }: Partial<Pick<HeaderTool, 'also' | 'allow'>> = {},
): HeaderTool => ({ family: 'sdk', by, own, also, advice, allow });

const b3 = ['b3', 'x-b3-*'] as const;
const w3c = ['traceparent', 'tracestate'] as const;

export const headerTools: readonly HeaderTool[] = [
  tracing(
    'OpenTelemetry',
    ['uber-trace-id', 'uberctx-*'],
    [...w3c, 'baggage', ...b3],
    'take this API out of `propagateTraceHeaderCorsUrls` of the fetch and XMLHttpRequest instrumentations',
  ),
  tracing(
    'Sentry',
    ['sentry-trace'],
    ['baggage', 'traceparent'],
    'take this API out of `tracePropagationTargets`',
  ),
  tracing('Datadog RUM', ['x-datadog-*'], [...w3c, ...b3], 'take this API out of `allowedTracingUrls`'),
  tracing('New Relic', ['newrelic'], w3c, 'take this API out of `distributed_tracing.allowed_origins`'),
  tracing(
    'Elastic APM',
    ['elastic-apm-traceparent'],
    w3c,
    'take this API out of `distributedTracingOrigins`',
  ),
  tracing(
    'Application Insights',
    ['request-context', 'request-id'],
    ['traceparent'],
    'leave `enableCorsCorrelation` off, or name this API’s host in `correlationHeaderExcludedDomains`',
  ),
  tracing(
    'CloudWatch RUM (X-Ray)',
    ['x-amzn-trace-id'],
    [],
    'set `addXRayTraceIdHeader` to false, or to a list of URLs without this API',
  ),
  tracing(
    'AppDynamics',
    ['adrum'],
    [],
    'set `disableAdrumHeader` to true, or to a filter that matches this API',
  ),
  tracing('SkyWalking', ['sw8', 'sw8-*'], [], 'name this API in `noTraceOrigins`'),
  sdk(
    'SigV4 signing (Amplify, the AWS SDK)',
    ['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256'],
    'allow them, since the signature needs them; if the API does not use IAM, do not sign the call',
    { also: ['authorization'] },
  ),
  sdk(
    'the AWS SDK or a client made with it',
    ['x-amz-user-agent', 'x-amz-target', 'amz-sdk-invocation-id', 'amz-sdk-request'],
    'allow them, or make the call with plain `fetch`',
  ),
  sdk(
    'a client with an API key',
    ['x-api-key'],
    'allow it if the API asks for a key; else do not send one, for a key in a page is no secret',
  ),
  sdk(
    'the page’s own code or its defaults, such as `axios.defaults.headers` (jQuery never sends it across origins)',
    ['x-requested-with'],
    'drop it, unless the server reads it',
  ),
  sdk(
    'axios with `withXSRFToken`, or the page’s own code',
    ['x-xsrf-token', 'x-csrf-token', 'x-csrftoken'],
    'drop it for this API unless it checks that token; in axios leave `withXSRFToken` unset',
  ),
  sdk(
    'the page’s own code, against caching',
    ['cache-control', 'pragma', 'expires', 'if-modified-since', 'if-none-match'],
    "drop it and use the option `cache: 'no-store'` of `fetch`, which needs no permission",
  ),
  sdk(
    'Apollo Client’s `name` and `version`',
    ['apollographql-client-name', 'apollographql-client-version'],
    'leave both options out, unless the server tells clients apart by them',
  ),
  sdk(
    'the page’s own code, by mistake (only answers carry it)',
    ['access-control-*'],
    'drop it from the call; a page cannot give itself permission',
    { allow: false },
  ),
];
