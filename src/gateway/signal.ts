import type { HeaderLines } from '../cors/index.ts';
import { field } from './field.ts';
import type { Place } from './host.ts';
import type { GatewayKind } from './kind.ts';

/** One observation that speaks for a kind. Greater weight wins; equal weights go by the order of the messages. */
export interface Signal {
  readonly kind: GatewayKind;
  readonly weight: number;
  readonly sentence: string;
}

/** Cuts a stranger's value to what fits into a sentence. */
export function short(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
}

const remappedName = /^x-amzn-remapped-/i;
const viaCloudFront = /\(CloudFront\)/i;

/** The CloudFront header that the response bears, or null. */
function cloudFrontHeader(headers: HeaderLines): readonly [string, string] | null {
  const via = field(headers, 'via');
  if (via !== null && viaCloudFront.test(via)) return ['via', via];
  const cache = field(headers, 'x-cache');
  if (cache !== null && /cloudfront/i.test(cache)) return ['x-cache', cache];
  const id = field(headers, 'x-amz-cf-id');
  return id === null ? null : ['x-amz-cf-id', id];
}

/**
 * What one response's headers say of the front door, strongest first. Only API Gateway's own id headers are proof; on
 * an execute-api host a few others tell as well, because nothing but the two API kinds answers there.
 */
export function signalsOf(place: Place, headers: HeaderLines, message: string): readonly Signal[] {
  const signals: Signal[] = [];
  const say = (kind: GatewayKind, weight: number, header: string, value: string, why: string) =>
    signals.push({ kind, weight, sentence: `The ${message} carries ${header}: ${short(value)}, ${why}.` });

  const rest = field(headers, 'x-amz-apigw-id');
  const http = field(headers, 'apigw-requestid');
  const remapped = headers.find(([name]) => remappedName.test(name));
  // Both ids: one API proxies the other. A REST API in front remaps some headers of what it proxies; an HTTP API passes all on.
  const both = rest !== null && http !== null;
  if (rest !== null)
    say('rest', both && remapped === undefined ? 3 : 5, 'x-amz-apigw-id', rest, 'which a REST API sends');
  if (http !== null)
    say('http', both && remapped !== undefined ? 3 : 5, 'apigw-requestid', http, 'which an HTTP API sends');
  if (remapped !== undefined) say('rest', 4, remapped[0], remapped[1], 'which only a REST API makes');

  const edge = cloudFrontHeader(headers);
  if (place.form === 'execute-api' && rest === null && http === null) {
    const errorType = field(headers, 'x-amzn-errortype');
    const requestId = field(headers, 'x-amzn-requestid');
    if (errorType !== null)
      say('rest', 2, 'x-amzn-errortype', errorType, 'which an HTTP API was never seen to send');
    if (requestId !== null)
      say('rest', 2, 'x-amzn-requestid', requestId, 'and an HTTP API names its id apigw-requestid');
    if (edge !== null)
      say('rest', 2, edge[0], edge[1], 'and only an edge-optimised REST API has CloudFront on its own host');
  } else if (edge !== null && place.form !== 'execute-api')
    say('cloudfront', 1, edge[0], edge[1], 'so CloudFront stands in front');
  return signals;
}
