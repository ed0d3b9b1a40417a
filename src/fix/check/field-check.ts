import type { FixKind } from '../api-view.ts';

export type CheckLevel = 'ok' | 'warning' | 'error';

/** What a check of one value of a policy says. Closed: words live in `why`, so that a view can pick icons by reason. */
export type CheckReason =
  | 'fine'
  | 'empty'
  | 'too-long'
  /** Several values in one: `instead` has them one by one. */
  | 'several'
  /** Quotes or brackets around, as copied from a file. */
  | 'quotes'
  | 'not-a-token'
  /** A whole line, `Name: value`. */
  | 'value-too'
  /** `*`, which a browser reads as everything. */
  | 'wildcard'
  /** `*` where credentials make it a mere name, or give them to everyone. */
  | 'wildcard-with-credentials'
  | OriginReason
  | MethodReason
  | HeaderReason
  | MaxAgeReason
  | 'insecure-credentials';

type OriginReason =
  | 'any-of-scheme'
  | 'wildcard-host'
  | 'null-origin'
  | 'no-scheme'
  | 'opaque-scheme'
  | 'other-scheme'
  | 'malformed'
  | 'userinfo'
  | 'path'
  | 'query'
  | 'fragment'
  | 'trailing-slash'
  | 'upper-case'
  | 'default-port'
  | 'not-punycode'
  /** The same origin in another spelling: a shortened address, a leading zero. */
  | 'spelling'
  | 'trailing-dot'
  | 'insecure'
  | 'address'
  | 'development'
  | 'public-suffix'
  /** Pages of many people share it. */
  | 'shared-origin'
  /** The gateway cannot hold it. */
  | 'not-held';

type MethodReason =
  | 'forbidden-method'
  | 'method-case'
  | 'patch-case'
  | 'needless-options'
  | 'options-refused'
  | 'any-is-a-route'
  | 'unknown-method';

type HeaderReason =
  | 'header-case'
  | 'forbidden-header'
  | 'safelisted'
  | 'response-header'
  | 'never-readable'
  | 'needs-credentials';

type MaxAgeReason = 'not-seconds' | 'negative' | 'no-cache' | 'above-limit' | 'above-cap';

export interface FieldCheck {
  readonly level: CheckLevel;
  readonly reason: CheckReason;
  /** One plain sentence; empty where the value is fine. It may quote a part of the value, so it is text, never markup. */
  readonly why: string;
  /** The one value to offer in its place. A mended value checks without error. */
  readonly mended: string | null;
  /** The values to offer in its place: none (take it out), one (`mended`) or several; null where nothing can be offered. */
  readonly instead: readonly string[] | null;
}

/** What a check depends on besides the value. */
export interface CheckContext {
  readonly kind: FixKind;
  /** Whether the policy allows credentials. */
  readonly credentials: boolean;
  /** A captured request asked for this value: then it is not needless. */
  readonly asked?: boolean;
  /** Whether anybody can have a name below this host. Absent while the list of public suffixes is not loaded. */
  readonly isPublicSuffix?: (host: string) => boolean;
}

export const fine: FieldCheck = { level: 'ok', reason: 'fine', why: '', mended: null, instead: null };

export function ok(reason: CheckReason, why: string, mended: string | null = null): FieldCheck {
  return { level: 'ok', reason, why, ...offer(mended) };
}

export function warning(
  reason: CheckReason,
  why: string,
  instead: string | readonly string[] | null = null,
): FieldCheck {
  return { level: 'warning', reason, why, ...offer(instead) };
}

export function error(
  reason: CheckReason,
  why: string,
  instead: string | readonly string[] | null = null,
): FieldCheck {
  return { level: 'error', reason, why, ...offer(instead) };
}

function offer(instead: string | readonly string[] | null): Pick<FieldCheck, 'mended' | 'instead'> {
  const list = typeof instead === 'string' ? [instead] : instead;
  return { mended: list?.length === 1 ? (list[0] ?? null) : null, instead: list };
}

/** A value as a sentence quotes it: cut, for it may be of any length. */
export function quote(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
