/** Raw CDP events of `chrome.debugger`, attached by the extension's DevTools page as deep capture does. */
import type { Frame } from '@playwright/test';
import { DebuggerDecoder, type WireEvent } from '../../src/capture/index.ts';
import { type CorsErrorCode, corsErrorCodes } from '../../src/cors/index.ts';
import { placeOf } from './server.ts';

/** As `chrome.debugger.onEvent` gave it; the session is empty for the tab itself. */
export interface RawEvent {
  readonly sessionId: string;
  readonly method: string;
  readonly params: unknown;
}

/** Attaches to the tab and, one by one, to its frames and workers. */
export async function collectDebugger(devtoolsPage: Frame): Promise<void> {
  await devtoolsPage.evaluate(async () => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, 'oracleRaw', seen);
    const tab = { tabId: chrome.devtools.inspectedWindow.tabId };
    const enable = async (target: chrome.debugger.DebuggerSession) => {
      await chrome.debugger.sendCommand(target, 'Network.enable');
      await chrome.debugger.sendCommand(target, 'Audits.enable').catch(() => undefined);
      await chrome.debugger
        .sendCommand(target, 'Target.setAutoAttach', {
          autoAttach: true,
          waitForDebuggerOnStart: false,
          flatten: true,
        })
        .catch(() => undefined);
    };
    chrome.debugger.onEvent.addListener((source, method, params) => {
      seen.push({ sessionId: source.sessionId ?? '', method, params });
      const sessionId: unknown = Reflect.get(params ?? {}, 'sessionId');
      if (method === 'Target.attachedToTarget' && typeof sessionId === 'string')
        enable({ ...tab, sessionId }).catch(() => undefined);
    });
    await chrome.debugger.attach(tab, '1.3');
    await enable(tab);
  });
}

export async function collectedRaw(devtoolsPage: Frame): Promise<readonly RawEvent[]> {
  const text = await devtoolsPage.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'oracleRaw')));
  const events: readonly RawEvent[] = JSON.parse(text);
  return events;
}

/** The product's decoder over the raw events. */
export function decodedRaw(events: readonly RawEvent[]): readonly WireEvent[] {
  const decoder = new DebuggerDecoder();
  return events.flatMap(({ sessionId, method, params }) => decoder.event(sessionId, method, params));
}

export interface Refused {
  readonly code: CorsErrorCode;
  readonly parameter: string;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The browser's own word, read from the raw events without the product's decoder: by case number, one entry for each
 * of its requests in the order in which they were made; null where it refused nothing.
 */
export function refusalsIn(events: readonly RawEvent[]): ReadonlyMap<number, readonly (Refused | null)[]> {
  const caseOf = new Map<string, number>();
  const refused = new Map<string, Refused>();
  for (const { method, params } of events) {
    const id = text(field(params, 'requestId'));
    if (method === 'Network.requestWillBeSent') {
      const place = placeOf(text(field(field(params, 'request'), 'url')));
      const isPreflight = field(field(params, 'initiator'), 'type') === 'preflight';
      if (place?.hop === 0 && !isPreflight && !caseOf.has(id)) caseOf.set(id, place.number);
    }
    const status = method === 'Network.loadingFailed' ? field(params, 'corsErrorStatus') : undefined;
    const code = corsErrorCodes.find((known) => known === field(status, 'corsError'));
    if (code !== undefined) refused.set(id, { code, parameter: text(field(status, 'failedParameter')) });
  }
  const byCase = new Map<number, (Refused | null)[]>();
  for (const [id, number] of caseOf) {
    const known = byCase.get(number) ?? [];
    known.push(refused.get(id) ?? null);
    byCase.set(number, known);
  }
  return byCase;
}
