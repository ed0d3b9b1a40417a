/** The raw `webRequest` details of the run, collected beside the product's own listeners and decoded by the product's decoder. */
import type { Frame } from '@playwright/test';
import { WebRequestDecoder, type WireEvent } from '../../src/capture/index.ts';
import { keep } from './keep.ts';

type Decode =
  | 'beforeRequest'
  | 'sendHeaders'
  | 'headersReceived'
  | 'beforeRedirect'
  | 'responseStarted'
  | 'completed'
  | 'errorOccurred';
type Details = Parameters<WebRequestDecoder['headersReceived']>[0] &
  Parameters<WebRequestDecoder['beforeRequest']>[0] &
  Parameters<WebRequestDecoder['sendHeaders']>[0] &
  Parameters<WebRequestDecoder['beforeRedirect']>[0] &
  Parameters<WebRequestDecoder['responseStarted']>[0] &
  Parameters<WebRequestDecoder['completed']>[0] &
  Parameters<WebRequestDecoder['errorOccurred']>[0];

export async function collectWebRequest(devtoolsPage: Frame): Promise<void> {
  await devtoolsPage.evaluate(() => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, 'oracleSeen', seen);
    const filter = { urls: ['<all_urls>'], tabId: chrome.devtools.inspectedWindow.tabId };
    const take = (name: string) => (details: unknown) => {
      seen.push([name, details]);
      return undefined;
    };
    chrome.webRequest.onBeforeRequest.addListener(take('beforeRequest'), filter);
    chrome.webRequest.onSendHeaders.addListener(take('sendHeaders'), filter, [
      'requestHeaders',
      'extraHeaders',
    ]);
    chrome.webRequest.onHeadersReceived.addListener(take('headersReceived'), filter, [
      'responseHeaders',
      'extraHeaders',
    ]);
    chrome.webRequest.onBeforeRedirect.addListener(take('beforeRedirect'), filter, [
      'responseHeaders',
      'extraHeaders',
    ]);
    chrome.webRequest.onResponseStarted.addListener(take('responseStarted'), filter);
    chrome.webRequest.onCompleted.addListener(take('completed'), filter);
    chrome.webRequest.onErrorOccurred.addListener(take('errorOccurred'), filter);
  });
}

export async function collectedEvents(devtoolsPage: Frame): Promise<readonly WireEvent[]> {
  const text = await devtoolsPage.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'oracleSeen')));
  const seen: readonly (readonly [Decode, Details])[] = JSON.parse(text);
  keep('webrequest.json', text);
  const decoder = new WebRequestDecoder({ isChromium: true });
  return seen.flatMap(([name, details]) => decoder[name](details));
}
