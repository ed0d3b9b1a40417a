import type { Exchange, Hop } from '../exchange/index.ts';
import { type Place, placeOf } from './host.ts';
import type { GatewayIdentity } from './kind.ts';
import { type Signal, short, signalsOf } from './signal.ts';

/**
 * Tells which kind of front door answered an exchange, from every response of it that came from the host where it
 * ended: preflights and actual responses of all hops there. Hops on other hosts say nothing of this one.
 */
export function identify(exchange: Exchange): GatewayIdentity {
  const last = exchange.hops.at(-1);
  const place = last === undefined ? null : placeOf(last.url);
  if (place === null) return { kind: 'other', evidence: [] };
  if (place.form === 'lambda-url')
    return {
      kind: 'function-url',
      evidence: [`The host ${short(place.host)} is a Lambda function URL.`],
    };
  const signals = exchange.hops.flatMap((hop) => (sameHost(hop, place) ? signalsOfHop(hop, place) : []));
  const best = signals.reduce<Signal | null>(
    (found, next) => (found === null || next.weight > found.weight ? next : found),
    null,
  );
  if (place.form === 'cloudfront') {
    const evidence = `The host ${short(place.host)} is a CloudFront distribution.`;
    return best === null
      ? { kind: 'cloudfront', evidence: [evidence] }
      : { kind: best.kind, evidence: [...sentences(signals, best), evidence] };
  }
  if (best === null) return { kind: 'other', evidence: withoutHeaders(place) };
  return { kind: best.kind, evidence: sentences(signals, best) };
}

const sameHost = (hop: Hop, place: Place) => placeOf(hop.url)?.host === place.host;

function signalsOfHop(hop: Hop, place: Place): readonly Signal[] {
  const of = (headers: Parameters<typeof signalsOf>[1] | undefined, message: string) =>
    headers === undefined ? [] : signalsOf(place, headers, message);
  return [
    ...of(hop.preflight?.response?.headers, 'preflight response'),
    ...of(hop.actual?.response?.headers, 'actual response'),
  ];
}

/** What speaks for the chosen kind, strongest first, then what else stands in the way (CloudFront before a REST API). */
function sentences(signals: readonly Signal[], best: Signal): readonly string[] {
  const ordered = [
    ...signals.filter((signal) => signal.kind === best.kind).sort((a, b) => b.weight - a.weight),
    ...signals.filter((signal) => signal.kind !== best.kind),
  ];
  return [...new Set(ordered.map((signal) => signal.sentence))];
}

function withoutHeaders(place: Place): readonly string[] {
  return place.form === 'execute-api'
    ? [
        `The host ${short(place.host)} is API Gateway's, but the host alone cannot tell a REST API from an HTTP API, and no response header does.`,
      ]
    : [];
}
