import { type Credentials, hasHeader, type RequestMode } from '../cors/index.ts';
import type { Exchange, ManualSettings } from './exchange.ts';
import { capturedMode } from './mode.ts';
import { corsHops } from './walk.ts';

/** The request mode as far as the wire, or the user, tells; null where nothing does. */
export function modeOf(exchange: Exchange, settings: ManualSettings): RequestMode | null {
  return settings.mode ?? capturedMode(exchange).value;
}

/** What proves that credentials were included; null where nothing does. */
export function includeProof(exchange: Exchange): 'cookie' | 'cookies-told' | null {
  if (exchange.provenCredentials === 'include') return 'cookies-told';
  const { hops } = exchange;
  const crossed = corsHops(exchange);
  for (let index = 0; index < hops.length; index += 1) {
    const request = crossed[index] === true ? hops[index]?.actual?.request : undefined;
    if (request !== undefined && hasHeader(request.headers, 'cookie')) return 'cookie';
  }
  return null;
}

/** One mode, or two of which the second asks for more than the first. */
export type PossibleModes = readonly [Credentials] | readonly ['same-origin', 'include'];

/** The credentials modes that are possible: `include` where a cookie proves it, else it and its contrary. */
export function credentialsOf(exchange: Exchange, settings: ManualSettings): PossibleModes {
  if (settings.credentials !== undefined) return [settings.credentials];
  // `omit` and `same-origin` do not differ across origins (Fetch, "Authentication entries", cookies).
  return includeProof(exchange) === null ? either : included;
}

const either: PossibleModes = ['same-origin', 'include'];
const included: PossibleModes = ['include'];
