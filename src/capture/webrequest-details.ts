/**
 * What of `webRequest`'s event details the decoder reads, as structural types: Chromium's and Firefox's own details both
 * fit, and nothing here imports an extension API.
 */
export interface WebRequestHeader {
  readonly name: string;
  /** Absent where the value is not valid UTF-8; then `binaryValue` has its bytes. */
  readonly value?: string | undefined;
  readonly binaryValue?: readonly number[] | undefined;
}

export interface WebRequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  readonly frameId: number;
  /** Milliseconds since the epoch, with a fraction. */
  readonly timeStamp: number;
  /** Chromium. */
  readonly documentId?: string | undefined;
  /** Chromium: a serialised origin, `'null'` for opaque ones. */
  readonly initiator?: string | undefined;
  /** Firefox: URL of what triggered the request. */
  readonly originUrl?: string | undefined;
  /** Firefox: URL of the document that will hold the resource. */
  readonly documentUrl?: string | undefined;
}

export interface SendHeadersDetails extends WebRequestDetails {
  readonly requestHeaders?: readonly WebRequestHeader[] | undefined;
}

export interface ResponseDetails extends WebRequestDetails {
  readonly statusCode: number;
  readonly responseHeaders?: readonly WebRequestHeader[] | undefined;
  /** Firefox tells it with the headers, Chromium only at a redirect and at the end. */
  readonly fromCache?: boolean | undefined;
}

/** Its head came with `ResponseDetails`, which Chromium tells first. */
export interface StartedDetails extends WebRequestDetails {
  readonly fromCache?: boolean | undefined;
}

export interface RedirectDetails extends ResponseDetails {
  readonly redirectUrl: string;
}

export interface ErrorDetails extends WebRequestDetails {
  readonly error: string;
  readonly fromCache?: boolean | undefined;
}
