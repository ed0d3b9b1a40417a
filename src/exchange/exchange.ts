import type { Credentials, RequestMode } from '../cors/index.ts';
import type { Exchanged } from './message.ts';
import type { CallFrame, Reported, Requester } from './told.ts';
import type { ResourceType, SourceKind } from './wire-event.ts';

/** One step of a redirect chain: the URL, its own preflight where one was seen, and the actual request. */
export interface Hop {
  readonly url: string;
  readonly preflight: Exchanged | null;
  readonly actual: Exchanged | null;
}

export type Browser = 'chromium' | 'firefox' | 'unknown';

/**
 * One request as the page meant it: every hop with its preflight, and what the source told of its end. Facts only, no
 * judgement. `hops` is never empty. Plain data: it crosses process borders by structured clone and JSON unchanged.
 */
export interface Exchange {
  readonly id: string;
  readonly source: SourceKind;
  readonly browser: Browser;
  readonly resourceType: ResourceType;
  /** Serialised origin of the requester; null where nothing tells it. */
  readonly origin: string | null;
  readonly hops: readonly Hop[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** pending: its end was not seen. settled: the source saw its end. */
  readonly state: 'pending' | 'settled';
  /** The capture was over before the request was: it stays pending, and nothing more comes. */
  readonly unfinished: boolean;
  /** The source's error for the exchange as a whole; null where it ended well or is pending. */
  readonly error: string | null;
  /** The browser's own word, where the source carries one. */
  readonly reported: Reported | null;
  /** What the source itself proves of the credentials mode (deep capture); null where nothing is told. */
  readonly provenCredentials: 'include' | null;
  /**
   * An earlier preflight for the same origin and URL that a preflight cache may still have held when this exchange
   * owed one and sent none; null where there was none. See `cachedPreflight` in the assembler.
   */
  readonly cachedPreflight: Exchanged | null;
  /** Who stopped it, in the source's own word (CDP's `Network.BlockedReason`); null where nothing did or nothing is told. */
  readonly blockedReason: string | null;
  /** A service worker answered, so that the network's answer, if any, belongs to another exchange. */
  readonly fromServiceWorker: boolean;
  /** The browser was seen to let the page have the last response (deep capture), though its body may never be read to the end. */
  readonly passed: boolean;
  readonly requester: Requester;
  /** The source shows all that was sent and answered: a HAR of Chromium's does so for the page's own process only. */
  readonly headsShown: boolean;
  /** The source does not tell the tab: it was taken to be the inspected one. */
  readonly tabInferred: boolean;
  /** The script's call, innermost frame first; empty where nothing tells it. */
  readonly call: readonly CallFrame[];
}

/** An exchange of which the source told nothing beyond its messages. */
export const untold = {
  unfinished: false,
  reported: null,
  provenCredentials: null,
  cachedPreflight: null,
  blockedReason: null,
  fromServiceWorker: false,
  passed: false,
  requester: 'page',
  headsShown: false,
  tabInferred: false,
  call: [],
} as const satisfies Partial<Exchange>;

/** What the user set by hand for one exchange, because the wire does not carry it. */
export interface ManualSettings {
  readonly credentials?: Credentials;
  readonly mode?: RequestMode;
  /** Of the first hop that owed a preflight and showed none: a cache held the answer, or nothing did. */
  readonly preflight?: 'cached' | 'missing';
}
