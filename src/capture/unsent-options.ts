import type { WireEvent } from '../exchange/index.ts';
import type { ErrorDetails, WebRequestDetails } from './webrequest-details.ts';
import { webRequestInitiator, webRequestScope, withoutFragment } from './webrequest-request.ts';

/** OPTIONS requests kept that were announced and not sent; each is sent or ends at once. */
const kept = 1_000;

const keyOf = (details: WebRequestDetails): string =>
  `${webRequestScope(details)} ${withoutFragment(details.url)}`;

/**
 * A preflight that Chromium makes and then redirects itself (HSTS) is never sent: no headers mark it as a preflight, and
 * the request that waits for it fails first (measured in Chromium 156). That failure is where both are known.
 */
export class UnsentOptions {
  readonly #byKey = new Map<string, WebRequestDetails>();

  announced(details: WebRequestDetails): void {
    if (details.method !== 'OPTIONS') return;
    this.#byKey.set(keyOf(details), details);
    if (this.#byKey.size <= kept) return;
    for (const oldest of this.#byKey.keys()) {
      this.#byKey.delete(oldest);
      break;
    }
  }

  /** The request was sent, or has ended. */
  gone(details: WebRequestDetails): void {
    if (details.method !== 'OPTIONS') return;
    const key = keyOf(details);
    if (this.#byKey.get(key)?.requestId === details.requestId) this.#byKey.delete(key);
  }

  /** What marks the unsent preflight of a request that failed, to be told before its failure; nothing where there is none. */
  preflightOf(failed: ErrorDetails, time: number): readonly WireEvent[] {
    // A page's own OPTIONS waits for its preflight too, but HSTS moves http URLs only.
    if (failed.error !== 'net::ERR_FAILED' || !/^http:/i.test(failed.url)) return [];
    const options = this.#byKey.get(keyOf(failed));
    if (options === undefined || options.requestId === failed.requestId) return [];
    const origin = webRequestInitiator(options);
    const headers = [
      ['Access-Control-Request-Method', failed.method],
      ...(origin === null ? [] : [['Origin', origin] as const]),
    ] as const;
    return [{ id: options.requestId, time, type: 'request-headers', headers, provisional: true }];
  }
}
