import type { Exchange } from '../exchange/index.ts';
import { placeOf } from './host.ts';
import type { ApiIdentity, GatewayIdentity } from './kind.ts';

/** First path segments that are a stage's name and hardly a route's, so that they part APIs even before the kind is known. */
const stageNames = new Set(
  [
    'prod',
    'production',
    'stage',
    'staging',
    'dev',
    'develop',
    'development',
    'test',
    'qa',
    'uat',
    'sandbox',
  ].concat(['beta', 'live']),
);

/**
 * The API to which an exchange belongs: that of its last hop, where it was decided.
 *
 * The `id` never depends on the kind, because one response of an API may tell it and the next not (an error, a failed
 * preflight), and both must fall into one group. It is the origin, with the first path segment only where that is a
 * usual stage name on an execute-api host: there a REST API always has its stage, while an HTTP API with the `$default`
 * stage begins with its routes, which must not part it. Elsewhere (custom domains, function URLs, emulators) the path
 * tells nothing of stages. The `base` equals the id, except that a REST API known by its headers always shows its stage.
 */
export function apiOf(exchange: Exchange, identity: GatewayIdentity): ApiIdentity {
  const url = exchange.hops.at(-1)?.url ?? '';
  const place = placeOf(url);
  if (place === null) return { id: url, kind: identity.kind, base: url };
  const segment = place.form === 'execute-api' ? (place.path.split('/')[1] ?? '') : '';
  const staged = segment === '' ? place.origin : `${place.origin}/${segment}`;
  const id = stageNames.has(segment.toLowerCase()) ? staged : place.origin;
  return { id, kind: identity.kind, base: identity.kind === 'rest' ? staged : id };
}
