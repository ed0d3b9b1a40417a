import type { Integration, Route } from '../../src/gateway/index.ts';
import { awsHosts } from './hosts.ts';
import {
  call,
  http,
  json,
  orders,
  policy,
  rest,
  restPreflight,
  returning,
  route,
  scenarioOf,
  token,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** Errors of the gateway itself, or of what stands behind it, that CORS hides. */
export function restErrorScenarios(origin: string): readonly Scenario[] {
  const allow = [['access-control-allow-origin', origin]] as const;
  const open = restPreflight(origin, { allowHeaders: 'content-type,authorization,x-api-key,x-amz-date' });
  const errors = { DEFAULT_4XX: allow, DEFAULT_5XX: allow };
  const scenario = scenarioOf('rest');
  const mendedRest = rest([returning('POST', '/orders', allow)], open, errors);
  const httpCors = policy([origin]);
  const mendedHttp = http([route('GET', '/orders')], httpCors);
  /** A POST that the gateway refuses after it let the preflight pass. */
  const refused = (
    id: string,
    title: string,
    expectedRule: string,
    more: Partial<Route>,
    headers: Readonly<Record<string, string>> = json,
    preflight = open,
  ) =>
    scenario({
      id,
      title,
      expectedRule,
      broken: rest([returning('POST', '/orders', allow, more)], preflight),
      mended: mendedRest,
      call: call('POST', '/orders', { headers }),
    });
  const behind = (id: string, title: string, expectedRule: string, integration: Integration) =>
    refused(id, title, expectedRule, { integration });
  const ofHttp = (id: string, title: string, expectedRule: string, more: Partial<Route>) =>
    scenarioOf('http')({
      id,
      title,
      expectedRule,
      broken: http([route('GET', '/orders', more)], null),
      mended: mendedHttp,
      call: call('GET', '/orders'),
    });
  const signature = { authorization: 'AWS4-HMAC-SHA256 Credential=demo, Signature=demo' };
  return [
    refused(
      'token-expired',
      'The credentials have expired',
      'token-expired',
      { refusal: 'EXPIRED_TOKEN' },
      token,
    ),
    refused('denied', 'The authoriser denies', 'authorizer-denied', { refusal: 'ACCESS_DENIED' }, token),
    refused(
      'api-key',
      'The API key is not taken',
      'api-key-refused',
      { refusal: 'INVALID_API_KEY' },
      { 'x-api-key': 'old-demo-key' },
    ),
    refused(
      'waf',
      'A firewall rule blocks the call, and no key is asked for',
      'waf-blocked',
      { refusal: 'WAF_FILTERED' },
      json,
      restPreflight(origin, { allowHeaders: 'content-type' }),
    ),
    refused(
      'bearer-before-iam',
      'A bearer token goes to a method behind AWS_IAM',
      'signature-incomplete',
      { authorizer: 'iam' },
      token,
    ),
    refused(
      'signature',
      'The AWS signature does not fit',
      'signature-invalid',
      { authorizer: 'iam', refusal: 'INVALID_SIGNATURE' },
      signature,
    ),
    refused('validator', 'A validator refuses the body', 'request-invalid', { refusal: 'BAD_REQUEST_BODY' }),
    refused('throttled', 'The call is throttled', 'throttled', { refusal: 'THROTTLED' }),
    refused('too-large', 'The body is too large', 'payload-too-large', { refusal: 'REQUEST_TOO_LARGE' }),
    refused('not-found', 'The gateway says 404', 'rest-gateway-error', { refusal: 'RESOURCE_NOT_FOUND' }),
    behind('timeout', 'The backend is too slow', 'integration-timeout', { type: 'timeout' }),
    behind('handler-error', 'The handler answers 500 without the header', 'server-error-hidden', {
      type: 'lambda',
      response: { status: 500, headers: [], body: '{"error":"no such order"}' },
    }),
    behind('http-backend', 'An HTTP backend sends no header', 'integration-allow-origin-missing', {
      type: 'http_proxy',
      response: orders(),
    }),
    behind('malformed', 'The handler returns its body as an object', 'handler-crashed', {
      type: 'lambda-result',
      payload: '1.0',
      result: { statusCode: 200, body: { orders: [] } },
    }),
    scenario({
      id: 'wrong-path',
      title: 'The path does not exist',
      expectedRule: 'wrong-url',
      broken: rest([returning('GET', '/orders', allow)], open),
      mended: rest([returning('GET', '/order', allow)], open, errors),
      call: call('GET', '/order'),
    }),
    scenario({
      id: 'no-stage',
      title: 'The URL lacks its stage',
      expectedRule: 'wrong-url',
      broken: { ...rest([returning('GET', '/orders', allow)], open, errors), stage: 'Prod' },
      mended: rest([returning('GET', '/orders', allow)], open, errors),
      call: call('GET', '/orders'),
      host: awsHosts['execute-api'],
    }),
    ofHttp('wrong-path', 'No route of the HTTP API matches', 'wrong-url', { path: '/items' }),
    ofHttp('throttled', 'The HTTP API throttles', 'throttled', { refusal: 'THROTTLED' }),
    ofHttp('timeout', 'The backend of the HTTP API is too slow', 'integration-timeout', {
      integration: { type: 'timeout' },
    }),
  ];
}
