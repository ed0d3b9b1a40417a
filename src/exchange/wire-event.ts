import type { HeaderLines } from '../cors/index.ts';
import type { CallFrame, Reported, Requester } from './told.ts';

/** What the requester is, told by the source; closed over what CORS needs to tell apart. */
export type ResourceType =
  | 'fetch'
  | 'xhr'
  | 'eventsource'
  | 'script'
  | 'font'
  | 'image'
  | 'media'
  | 'stylesheet'
  | 'beacon'
  | 'websocket'
  | 'document'
  | 'other';

/** `webrequest` and `debugger` are live; `har` is a file. `devtools-network` only enriches. */
export type SourceKind = 'webRequest' | 'debugger' | 'har';

interface Base {
  /** The source's id for this request, unique within one capture; redirects keep it. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/**
 * Where a source tells the hop (from 0) to which a fact belongs, the fact replaces what was known of that hop before, also
 * after the request went on or ended: CDP's ExtraInfo comes at any moment.
 */
interface OfHop {
  readonly hop?: number;
}

/**
 * One normalised thing that a source saw. Sources decode into these (`src/capture`), the assembler makes exchanges of
 * them. Order within one id is the wire's; between ids nothing is promised.
 */
export type WireEvent =
  | (Base & {
      readonly type: 'request';
      readonly method: string;
      readonly url: string;
      readonly resourceType: ResourceType;
      /** Serialised origin of the requester where the source tells it; `'null'` is a value, null means not told. */
      readonly initiator: string | null;
      /** Document or frame to which the request belongs, for pairing; empty where unknown. */
      readonly scope: string;
      /** The source itself says that this is a CORS preflight (HAR `_resourceType`, CDP initiator). */
      readonly isPreflight: boolean;
      /** The id of the actual request of this preflight where the source tells it (CDP). */
      readonly preflightOf: string | null;
      /** What issued it, where the source tells it or it was inferred; a page (any frame) otherwise. */
      readonly requester?: Requester;
      /** The source shows the wire's own heads of all that is sent for this request; else what is missing may have been there. */
      readonly headsShown?: true;
      /** The source does not tell the tab (shared and service workers): it was taken to be this one. */
      readonly tabInferred?: true;
      /** The script's call, innermost frame first, where the source tells it (deep capture, DevTools' HAR). */
      readonly call?: readonly CallFrame[];
    })
  /** `provisional`: not the wire's own headers (HAR entries that a failed preflight stopped, CDP before ExtraInfo). */
  | (Base &
      OfHop & {
        readonly type: 'request-headers';
        readonly headers: HeaderLines;
        readonly provisional: boolean;
      })
  | (Base &
      OfHop & {
        readonly type: 'response';
        readonly status: number;
        readonly headers: HeaderLines;
        readonly fromCache: boolean;
        /** A service worker answered, so that nothing was checked by CORS here. */
        readonly fromServiceWorker?: true;
        /** The browser let the page have it (CDP `responseReceived`): whatever CORS asks had passed. */
        readonly passed?: true;
      })
  /** A redirect that the browser follows: the response that said so, and where it goes next; the next hop's events follow under the same id. */
  | (Base & {
      readonly type: 'redirect';
      readonly status: number;
      readonly headers: HeaderLines;
      readonly location: string;
    })
  /** `blockedReason`: the source's own word for who stopped it before or after the network (CDP's `Network.BlockedReason`: `csp`, `mixed-content`, `coep-…`). */
  | (Base & { readonly type: 'failure'; readonly error: string; readonly blockedReason?: string })
  | (Base & { readonly type: 'completion'; readonly body: string | null })
  /** The capture was over before the request was: how it ended is not known, and nothing more comes. */
  | (Base & { readonly type: 'unfinished' })
  /** The browser's own word on why it refused the request, and on whose it was (deep capture). */
  | (Base & { readonly type: 'refusal'; readonly refusal: Reported; readonly initiator?: string })
  /** Evidence of the credentials mode (deep capture: blocked or associated cookies); of a hop it holds only if that left the requester's origin. */
  | (Base & OfHop & { readonly type: 'credentials'; readonly credentials: 'include' });
