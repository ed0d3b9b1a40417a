import type { Diagnosed, Finding } from '../diagnosis/index.ts';
import type { ManualSettings } from '../exchange/index.ts';
import type { ApiView } from '../fix/index.ts';
import type { TemplateApi } from '../gateway/index.ts';

/** Deep capture, through the browser's debugger: not offered here, switched off, being switched on, or on. */
export type DeepState = 'unavailable' | 'off' | 'starting' | 'on';

export interface SessionState extends SiteAccess {
  /** False where the browser keeps extensions out of the tab's page: nothing can be captured there. */
  readonly inspectable: boolean;
  readonly recording: boolean;
  readonly keepLog: boolean;
  /** What the user should know of the capture (permission missing, limit reached); null when all is well. */
  readonly notice: string | null;
  /** The notice tells of something amiss; otherwise it only informs. */
  readonly noticeWarns: boolean;
  /** What captures: shown in the status bar. */
  readonly capture: 'standard' | 'deep' | 'none';
  readonly deep: DeepState;
  /** Why deep capture ended or could not begin, though it was wanted; null when there is nothing to say. */
  readonly deepNotice: string | null;
  /** While recording in deep capture, the browser asks no cache: neither for answers nor for preflights. */
  readonly disableCache: boolean;
  /** Origins whose workers' requests the user put away as another tab's. */
  readonly putAway: readonly string[];
  /** The SAM template beside the capture; null where none is loaded. */
  readonly template: TemplateState | null;
  /** Where the page went while the log was kept, in order of time: the latest 200. */
  readonly navigations: readonly Navigation[];
}

export interface Navigation {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What views show of the loaded template. The whole of it is a stranger's. */
export interface TemplateState {
  readonly name: string;
  /** As it was given: a fix is made by edits of it. */
  readonly text: string;
  readonly apis: readonly Pick<TemplateApi, 'logicalId' | 'kind'>[];
  /** What the template says by itself, whatever was captured. */
  readonly findings: readonly Finding[];
  /** Oddities of the text itself. Lines and columns count from 1. */
  readonly warnings: readonly TemplateRemark[];
  /** Why it cannot be read at all; the diagnosis then rests on the wire alone. */
  readonly fault: TemplateRemark | null;
}

export interface TemplateRemark {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Whether the browser lets this extension see the traffic of the page and of the sites that it calls. */
export interface SiteAccess {
  readonly siteAccess: 'granted' | 'withheld' | 'unknown';
  /** Origins that are known to be withheld, the page's first; they may be fewer than there are. */
  readonly withheldFrom: readonly string[];
}

/**
 * From the session to a view. `reset` starts over; `changed` upserts by exchange id, then takes `removed` away, and
 * replaces the APIs. An API's view may for a moment name an exchange that has just gone.
 */
export type SessionEvent =
  | {
      readonly type: 'reset';
      readonly state: SessionState;
      readonly exchanges: readonly Diagnosed[];
      readonly apis: readonly ApiView[];
    }
  | {
      readonly type: 'changed';
      readonly exchanges: readonly Diagnosed[];
      readonly removed?: readonly string[];
      readonly apis: readonly ApiView[];
    }
  | { readonly type: 'state'; readonly state: SessionState };

/** From a view to the session. */
export type SessionCommand =
  | { readonly type: 'record'; readonly on: boolean }
  | { readonly type: 'clear' }
  | { readonly type: 'keep-log'; readonly on: boolean }
  /** Most exchanges that the live capture keeps from now on; nothing but a whole number above 0 counts. */
  | { readonly type: 'limit'; readonly exchanges: number }
  | { readonly type: 'settings'; readonly exchangeId: string; readonly settings: ManualSettings }
  /** The exchange, whose tab was inferred, is not this tab's, nor is what else its origin's workers send. */
  | { readonly type: 'put-away'; readonly exchangeId: string }
  | { readonly type: 'bring-back' }
  /** Where the panel itself cannot ask for site access. */
  | { readonly type: 'ask-access' }
  /** A HAR, or a JSON report of ours. */
  | { readonly type: 'import-file'; readonly name: string; readonly text: string }
  /** Replaces the template that was loaded; one that cannot be read is shown with its fault. */
  | { readonly type: 'load-template'; readonly name: string; readonly text: string }
  | { readonly type: 'forget-template' }
  | { readonly type: 'reload' }
  | CaptureCommand;

/** What the session leaves to its host. */
export type CaptureCommand =
  | { readonly type: 'capture'; readonly deep: boolean }
  | { readonly type: 'disable-cache'; readonly on: boolean };

/** A two-way message channel whatever carries it: a runtime port, a window, or two arrays in a test. */
export interface MessageAdapter<Out, In> {
  post(message: Out): void;
  /** Returns the function that stops listening. */
  listen(listener: (message: In) => void): () => void;
  onClose(listener: () => void): void;
}
