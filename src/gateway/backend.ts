import type { HandlerResponse, Integration } from './model.ts';
import { type PayloadShape, readResult } from './payload.ts';

/** What came back from behind a route, before the front door puts its own to it. */
export type Outcome =
  | { readonly kind: 'response'; readonly response: HandlerResponse; readonly recorded: boolean }
  /** The function threw, or what it returned is malformed. */
  | { readonly kind: 'failed'; readonly recorded: boolean }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'throttled' };

type Proxied = Exclude<Integration, { readonly type: 'aws' | 'http' | 'http_proxy' | 'mock' }>;

/** Runs a Lambda function as it is configured; `shape` says who reads the value that it returns. */
export function invoke(integration: Proxied, shape: PayloadShape): Outcome {
  switch (integration.type) {
    case 'lambda':
      return { kind: 'response', response: integration.response, recorded: true };
    case 'lambda-result': {
      const read = readResult(integration.result, shape);
      return read.kind === 'response' ? read : { kind: 'failed', recorded: read.recorded };
    }
    case 'lambda-error':
      return { kind: 'failed', recorded: true };
    case 'timeout':
      return { kind: 'timeout' };
    case 'lambda-throttled':
      return { kind: 'throttled' };
  }
}
