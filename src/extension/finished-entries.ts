import { DevtoolsNetworkDecoder, type WireEvent } from '../capture/index.ts';

/** What of `browser.devtools` this needs, and the inspected page's URL at its start. */
export interface DevtoolsApi {
  readonly pageUrl: Promise<string | undefined>;
  readonly network: {
    readonly onRequestFinished: { addListener(listener: (entry: unknown) => void): void };
    readonly onNavigated: { addListener(listener: (url: string) => void): void };
  };
}

/**
 * Listens to DevTools' own entries for what webRequest cannot see. Returns where to hand webRequest's events, so that
 * nothing is told twice. `isWanted` is asked at each entry: deep capture sees all of it by itself.
 */
export function listenToEntries(
  api: DevtoolsApi,
  browser: 'chromium' | 'firefox',
  isWanted: () => boolean,
  emit: (events: readonly WireEvent[]) => void,
): (events: readonly WireEvent[]) => void {
  const decoder = new DevtoolsNetworkDecoder(Date.now(), browser);
  let page = '';
  api.network.onNavigated.addListener((url) => {
    page = url;
  });
  // DevTools was opened on a page that had navigated before.
  void api.pageUrl.then((url) => {
    if (page === '' && url !== undefined) page = url;
  });
  api.network.onRequestFinished.addListener((entry) => {
    const events = decoder.finished(entry, page);
    if (events.length > 0 && isWanted()) emit(events);
  });
  return (events) => decoder.wire(events);
}
