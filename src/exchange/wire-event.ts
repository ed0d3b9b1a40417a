import type { HeaderLines, Refusal } from '../cors/index.ts';

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
    })
  /** `provisional`: not the wire's own headers (HAR entries that a failed preflight stopped, CDP before ExtraInfo). */
  | (Base & {
      readonly type: 'request-headers';
      readonly headers: HeaderLines;
      readonly provisional: boolean;
    })
  | (Base & {
      readonly type: 'response';
      readonly status: number;
      readonly headers: HeaderLines;
      readonly fromCache: boolean;
    })
  /** A redirect that the browser follows: the response that said so, and where it goes next; the next hop's events follow under the same id. */
  | (Base & {
      readonly type: 'redirect';
      readonly status: number;
      readonly headers: HeaderLines;
      readonly location: string;
    })
  | (Base & { readonly type: 'failure'; readonly error: string })
  | (Base & { readonly type: 'completion'; readonly body: string | null })
  /** The browser's own word on why it refused the request (deep capture). */
  | (Base & { readonly type: 'refusal'; readonly refusal: Refusal })
  /** Evidence of the credentials mode (deep capture: blocked or associated cookies). */
  | (Base & { readonly type: 'credentials'; readonly credentials: 'include' });
