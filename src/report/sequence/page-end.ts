import type { StepState } from './flow.ts';
import type { Pictured } from './pictured.ts';

/** What the page's script got, in the browser's own words. */
export function pageEnd(exchange: Pictured): { readonly state: StepState; readonly label: string } {
  switch (exchange.verdict.outcome) {
    case 'allowed':
      return { state: 'done', label: 'response readable' };
    case 'not-cors':
      return { state: 'done', label: 'opaque response' };
    case 'pending':
      return exchange.unfinished
        ? { state: 'ghost', label: 'not seen' }
        : { state: 'waiting', label: 'waiting' };
    case 'blocked':
    case 'network-error':
      return { state: 'failed', label: errorOf(exchange) };
  }
}

function errorOf({ resourceType, browser, source }: Pictured): string {
  if (source === 'webRequest' && resourceType === 'xhr') return 'the script gets an error';
  if (resourceType !== 'fetch') return 'error event';
  return browser === 'firefox' ? 'TypeError: NetworkError' : 'TypeError: Failed to fetch';
}
