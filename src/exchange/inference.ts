import type { Credentials, RequestMode } from '../cors/index.ts';
import type { Exchange, ManualSettings } from './exchange.ts';
import type { Fact } from './fact.ts';
import { credentialsOf, includeProof } from './inferred.ts';
import { capturedMode, type ModeGround } from './mode.ts';
import { agrees, observe } from './observed.ts';
import { profileOf } from './profile-of.ts';
import type { Judgement, PreflightState } from './verdict.ts';
import { concernsCors, walk } from './walk.ts';

/** What tells the credentials mode. */
export type CredentialsGround =
  | 'by-hand'
  /** A cookie went across origins. */
  | 'cookie'
  /** The browser told of cookies that it attached or held back (deep capture). */
  | 'cookies-told'
  /** Only with this value would the browser have done what it did. */
  | 'outcome'
  /** Nothing asks for `include`; the other value would decide otherwise. */
  | 'nothing-needs-include'
  /** Nothing tells, and it makes no difference, or the answer is still to come. */
  | 'nothing';

export type PreflightGround = 'by-hand' | 'on-the-wire' | 'not-owed' | 'earlier-preflight' | 'none-seen';

/** `requester-origin`: the source tells no tab, and this tab has shown the requester's origin. */
export type TabGround = 'source' | 'requester-origin';

/** What of an exchange may not be on the wire, each with how it is known. */
export interface Inference {
  /** Null where CORS has no say, so that it decides nothing. */
  readonly credentials: Fact<Credentials, CredentialsGround> | null;
  readonly mode: Fact<RequestMode, ModeGround>;
  readonly preflight: Fact<PreflightState, PreflightGround>;
  readonly tab: Fact<'this', TabGround>;
  /** What was set by hand does not fit what the capture proves or what the browser was seen to do. */
  readonly againstCapture: boolean;
}

const bypasses = (mode: RequestMode | null): boolean => mode === 'no-cors' || mode === 'navigate';

/**
 * How each fact of a judgement that the wire need not carry is known. `judgement` is what `judge` said of this exchange
 * under these settings. Made on demand: a list of many exchanges keeps none of it.
 */
export function inferenceOf(exchange: Exchange, judgement: Judgement, settings: ManualSettings): Inference {
  return {
    credentials: credentialsFact(exchange, judgement, settings),
    mode: modeFact(exchange, judgement, settings),
    preflight: preflightFact(judgement, settings),
    tab: exchange.tabInferred
      ? { value: 'this', basis: 'inferred', ground: 'requester-origin' }
      : { value: 'this', basis: 'proven', ground: 'source' },
    againstCapture: isAgainstCapture(exchange, settings),
  };
}

function credentialsFact(
  exchange: Exchange,
  { inferred, verdict }: Judgement,
  settings: ManualSettings,
): Inference['credentials'] {
  if (settings.credentials !== undefined)
    return { value: settings.credentials, basis: 'by-hand', ground: 'by-hand' };
  if (bypasses(inferred.mode ?? null) || verdict.outcome === 'not-cors') return null;
  const proof = includeProof(exchange);
  if (proof !== null) return { value: 'include', basis: 'proven', ground: proof };
  const value = inferred.credentials ?? null;
  if (value === null) return { value, basis: 'unknown', ground: 'nothing' };
  const decides = value === 'include' || verdict.basis === 'certain';
  return { value, basis: 'inferred', ground: decides ? 'outcome' : 'nothing-needs-include' };
}

function modeFact(exchange: Exchange, { inferred }: Judgement, settings: ManualSettings): Inference['mode'] {
  if (settings.mode !== undefined) return { value: settings.mode, basis: 'by-hand', ground: 'by-hand' };
  const captured = capturedMode(exchange);
  if (captured.value !== null || inferred.mode === undefined) return captured;
  return { value: inferred.mode, basis: 'inferred', ground: 'passed-against-cors' };
}

function preflightFact({ preflight }: Judgement, settings: ManualSettings): Inference['preflight'] {
  switch (preflight) {
    case 'sent':
      return { value: preflight, basis: 'proven', ground: 'on-the-wire' };
    case 'not-needed':
      return { value: preflight, basis: 'proven', ground: 'not-owed' };
    case 'cached':
    case 'missing':
      if (settings.preflight === preflight) return { value: preflight, basis: 'by-hand', ground: 'by-hand' };
      return {
        value: preflight,
        basis: 'inferred',
        ground: preflight === 'cached' ? 'earlier-preflight' : 'none-seen',
      };
  }
}

function isAgainstCapture(exchange: Exchange, settings: ManualSettings): boolean {
  const { credentials, mode } = settings;
  if (credentials === undefined && mode === undefined) return false;
  const captured = capturedMode(exchange);
  if (mode !== undefined && captured.basis === 'proven' && captured.value !== mode) return true;
  if (bypasses(mode ?? captured.value) || !concernsCors(exchange)) return false;
  if (credentials !== undefined && credentials !== 'include' && includeProof(exchange) !== null) return true;
  if (exchange.state === 'pending') return false;
  const observed = observe(exchange);
  const profile = profileOf(exchange.browser);
  return !credentialsOf(exchange, settings).some((each) => agrees(walk(exchange, each, profile), observed));
}

/** Whether a list should tell that the user's word stands behind this row. */
export function isSetByHand(settings: ManualSettings): boolean {
  return (
    settings.credentials !== undefined || settings.mode !== undefined || settings.preflight !== undefined
  );
}
