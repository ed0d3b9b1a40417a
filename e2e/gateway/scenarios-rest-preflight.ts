import {
  call,
  json,
  type RestPreflight,
  rest,
  restPreflight,
  returning,
  route,
  scenarioOf,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** What refuses OPTIONS at a REST API, beside the plain cases. */
export function restPreflightScenarios(origin: string): readonly Scenario[] {
  const allow = [['access-control-allow-origin', origin]] as const;
  const allowHeaders = 'content-type,authorization,x-amz-date';
  const mended = rest([returning('POST', '/orders', allow)], restPreflight(origin, { allowHeaders }));
  const scenario = scenarioOf('rest');
  const preflight = (
    id: string,
    title: string,
    expectedRule: string,
    more: Partial<RestPreflight>,
    headers: Readonly<Record<string, string>> = json,
  ) =>
    scenario({
      id,
      title,
      expectedRule,
      broken: rest([returning('POST', '/orders', allow)], restPreflight(origin, more)),
      mended,
      call: call('POST', '/orders', { headers }),
    });
  return [
    preflight('binary-types', 'Every media type is binary, so that the MOCK fails', 'binary-types-mock', {
      refusal: 'API_CONFIGURATION_ERROR',
    }),
    preflight('policy-options', 'A resource policy denies OPTIONS', 'resource-policy', {
      refusal: 'RESOURCE_POLICY',
    }),
    preflight('throttled-options', 'OPTIONS is throttled', 'throttled', { refusal: 'THROTTLED' }),
    preflight('refused-options', 'OPTIONS is answered 400', 'preflight-status', {
      refusal: 'BAD_REQUEST_PARAMETERS',
    }),
    preflight(
      'iam-options',
      'AWS_IAM stands before OPTIONS',
      'iam-on-options',
      { authorizer: 'iam' },
      {
        authorization: 'AWS4-HMAC-SHA256 Credential=demo, Signature=demo',
        'x-amz-date': '20260101T000000Z',
      },
    ),
    preflight('short-cors', 'The short form of Cors names no headers', 'allow-headers-absent', {
      allowHeaders: null,
    }),
    scenario({
      id: 'options-event',
      title: 'The function answers OPTIONS itself',
      expectedRule: 'options-handled-by-function',
      broken: rest([returning('POST', '/orders', allow), route('OPTIONS', '/orders')], restPreflight(origin)),
      mended,
      call: call('POST', '/orders', { headers: json }),
    }),
  ];
}
