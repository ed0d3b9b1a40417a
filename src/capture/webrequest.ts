import type { HeaderLines } from '../cors/index.ts';
import type { WireEvent } from '../exchange/index.ts';
import { UnsentOptions } from './unsent-options.ts';
import type {
  ErrorDetails,
  RedirectDetails,
  ResponseDetails,
  SendHeadersDetails,
  StartedDetails,
  WebRequestDetails,
} from './webrequest-details.ts';
import { webRequestHeaders } from './webrequest-headers.ts';
import {
  webRequestInitiator,
  webRequestScope,
  webRequestType,
  withoutFragment,
} from './webrequest-request.ts';

type Base = Pick<WireEvent, 'id' | 'time'>;
interface ResponseHeadSeen {
  readonly status: number;
  readonly headers: HeaderLines;
}

/** Response heads kept for requests under way; more than any page has open, and a bound where ends are never told. */
const heads = 1_000;

/**
 * Decodes `webRequest` event details into wire events, one method per browser event; call them in the browser's order.
 *
 * - Preflights are requests like others here: the API neither marks them nor links them to their actual request.
 * - A redirect gives `response` (the head) and then `redirect` with the same head where the browser goes on; the next
 *   `request` has the same id. A preflight that was redirected gives them too, in Firefox, and then nothing more.
 * - Chromium says only at the end that a response came from the HTTP cache: then `response` is told once more, before
 *   the end, with `fromCache`. The later one holds.
 */
export class WebRequestDecoder {
  readonly #heads = new Map<string, ResponseHeadSeen>();
  readonly #unsent = new UnsentOptions();
  readonly #isChromium: boolean;

  /** `isChromium`: header values are read as UTF-8, not byte by byte as in Firefox, and a response starts once it may. */
  constructor({ isChromium = false }: { readonly isChromium?: boolean } = {}) {
    this.#isChromium = isChromium;
  }

  beforeRequest(details: WebRequestDetails): readonly WireEvent[] {
    this.#unsent.announced(details);
    return [
      {
        ...base(details),
        type: 'request',
        method: details.method,
        url: withoutFragment(details.url),
        resourceType: webRequestType(details.type),
        initiator: webRequestInitiator(details),
        scope: webRequestScope(details),
        isPreflight: false,
        preflightOf: null,
      },
    ];
  }

  sendHeaders(details: SendHeadersDetails): readonly WireEvent[] {
    this.#unsent.gone(details);
    const headers = webRequestHeaders(details.requestHeaders, this.#isChromium);
    return [
      {
        ...base(details),
        type: 'request-headers',
        headers,
        provisional: details.requestHeaders === undefined,
      },
    ];
  }

  headersReceived(details: ResponseDetails): readonly WireEvent[] {
    const head = {
      status: details.statusCode,
      headers: webRequestHeaders(details.responseHeaders, this.#isChromium),
    };
    if (details.fromCache !== true) this.#remember(details.requestId, head);
    return [{ ...base(details), type: 'response', ...head, fromCache: details.fromCache === true }];
  }

  /**
   * Also for redirects that no server sent (HSTS, another extension): those had no `headersReceived`. Firefox tells so of
   * a request that it hands to the page's service worker, to its own URL and without a status: none at all. Where the
   * worker lets it pass, the request is announced once more; where it answers, nothing more comes.
   */
  beforeRedirect(details: RedirectDetails): readonly WireEvent[] {
    if (details.statusCode === 0 && withoutFragment(details.redirectUrl) === withoutFragment(details.url))
      return [];
    const seen = this.#take(details.requestId);
    return [
      {
        ...base(details),
        type: 'redirect',
        status: details.statusCode,
        headers:
          details.responseHeaders === undefined && seen !== null
            ? seen.headers
            : webRequestHeaders(details.responseHeaders, this.#isChromium),
        location: withoutFragment(details.redirectUrl),
      },
    ];
  }

  /**
   * Chromium tells this after its CORS check, Firefox before: only there is it a word on what the page may have. Its end
   * is none: a request that the page lets go of may end under the name of a refused one.
   */
  responseStarted(details: StartedDetails): readonly WireEvent[] {
    const head = this.#heads.get(details.requestId);
    if (head === undefined || !this.#isChromium) return [];
    const fromCache = details.fromCache === true;
    return [{ ...base(details), type: 'response', ...head, fromCache, passed: true }];
  }

  completed(details: Omit<ResponseDetails, 'statusCode'>): readonly WireEvent[] {
    return [...this.#fromCache(details), { ...base(details), type: 'completion', body: null }];
  }

  errorOccurred(details: ErrorDetails): readonly WireEvent[] {
    const { id, time } = base(details);
    this.#unsent.gone(details);
    return [
      ...this.#unsent.preflightOf(details, time),
      ...this.#fromCache(details),
      { id, time, type: 'failure', error: details.error },
    ];
  }

  #fromCache(details: WebRequestDetails & { readonly fromCache?: boolean | undefined }): WireEvent[] {
    const head = this.#take(details.requestId);
    if (head === null || details.fromCache !== true) return [];
    return [{ ...base(details), type: 'response', ...head, fromCache: true }];
  }

  #remember(id: string, head: ResponseHeadSeen): void {
    this.#heads.delete(id);
    this.#heads.set(id, head);
    if (this.#heads.size <= heads) return;
    for (const oldest of this.#heads.keys()) {
      this.#heads.delete(oldest);
      break;
    }
  }

  #take(id: string): ResponseHeadSeen | null {
    const head = this.#heads.get(id) ?? null;
    this.#heads.delete(id);
    return head;
  }
}

function base(details: WebRequestDetails): Base {
  return { id: details.requestId, time: Number.isFinite(details.timeStamp) ? details.timeStamp : 0 };
}
