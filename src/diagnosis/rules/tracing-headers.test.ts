import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding, root } from '../testing.ts';
import { tracingHeaders } from './tracing-headers.ts';

const refused = (
  headers: readonly string[],
  allowed: string | null = 'content-type',
  extra: Case = {},
): Case => ({
  headers,
  preflight: {
    headers: {
      'access-control-allow-origin': '*',
      ...(allowed === null ? {} : { 'access-control-allow-headers': allowed }),
    },
  },
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', headers[0] ?? ''),
  ...extra,
});

ruleCases(tracingHeaders, {
  found: {
    'one header': refused(['traceparent']),
    'beside allowed ones': refused(['content-type', 'x-datadog-trace-id'], 'content-type', {
      verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-datadog-trace-id'),
    }),
    'another front door': refused(['x-b3-traceid'], 'content-type', { kind: 'other' }),
    'no list at all, and nothing else asked for': refused(['sentry-trace', 'baggage'], null),
    'in capitals, as a HAR may have it': refused(['X-Amzn-Trace-Id']),
  },
  nearMisses: {
    'it is allowed': refused(['content-type', 'traceparent'], 'TraceParent'),
    'the wildcard covers it': refused(['authorization', 'traceparent'], '*'),
    'a header of the page’s own': refused(['x-trace']),
    'a name that only begins alike': refused(['traceparent-id', 'b3x']),
    'a wildcard with credentials': refused(['traceparent'], '*', { credentials: 'include' }),
    'the origin is what lacks': refused(['traceparent'], 'x', {
      verdict: blocked('preflight', 'PreflightAllowOriginMismatch'),
    }),
    'nothing is blocked': { headers: ['traceparent'], preflight: {}, actual: {} },
  },
});

const explained = (headers: readonly string[], allowed?: string | null) =>
  finding('tracing-headers', refused(headers, allowed))?.explanation;

test('all of them are named, each with its tool and its switch, and exactly what to allow', () => {
  const found = finding('tracing-headers', refused(['baggage', 'newrelic', 'sentry-trace', 'x-a']));
  expect(found).toMatchObject({
    title: '3 tracing headers are not allowed',
    owner: 'client',
    remedies: ['trim-request', 'cors-configuration'],
    confidence: 'certain',
    unverified: false,
  });
  expect(found?.explanation).toBe(
    '"baggage", "newrelic" and "sentry-trace" are not in Access-Control-Allow-Headers. ' +
      '"baggage" and "sentry-trace" are usually added by Sentry: take this API out of `tracePropagationTargets`. ' +
      '"newrelic" is usually added by New Relic: take this API out of `distributed_tracing.allowed_origins`. ' +
      'If the API continues the trace, add exactly "baggage", "newrelic" and "sentry-trace" to the allowed headers instead.',
  );
  expect(found?.evidence.map(({ value }) => value)).toEqual([
    'content-type',
    'baggage,newrelic,sentry-trace,x-a',
  ]);
});

test('a header that many tools send is not pinned on one', () => {
  expect(explained(['traceparent'])).toMatch(
    /is usually added by one of these tools\. OpenTelemetry: .*`propagateTraceHeaderCorsUrls`.*Datadog RUM: .*Elastic APM: /,
  );
});

test.each([
  ['x-datadog-origin', 'Datadog RUM: take this API out of `allowedTracingUrls`'],
  ['request-context', 'Application Insights: leave `enableCorsCorrelation` off'],
  ['elastic-apm-traceparent', 'Elastic APM: take this API out of `distributedTracingOrigins`'],
])('%s beside traceparent tells whose it is, even where it is allowed itself', (own, words) => {
  const told = explained(['traceparent', own], own);
  expect(told).toContain(`"traceparent" is usually added by ${words}`);
  expect(told).not.toContain(`exactly "${own}"`);
});

test('without AllowHeaders at all it folds under that, unless it is all that was asked for', () => {
  const mixed = refused(['content-type', 'traceparent'], null);
  expect(root(mixed)).toBe('allow-headers-absent');
  expect(finding('tracing-headers', mixed)?.causedBy).toBe('allow-headers-absent');
  expect(finding('allow-headers-absent', refused(['traceparent'], null))).toBeNull();
});
