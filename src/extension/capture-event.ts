import type { WireEvent } from '../capture/index.ts';
import type { SiteAccess } from '../session/index.ts';

/** What listening tells a session, in the order in which the browser said it. */
export type CaptureEvent =
  | { readonly type: 'wire'; readonly events: readonly WireEvent[] }
  /** The tab's top document is being replaced: what follows belongs to the new page. */
  | { readonly type: 'navigated'; readonly url: string }
  /** Whether the browser lets us see the tab's traffic, told where the DevTools page cannot ask. */
  | { readonly type: 'access'; readonly access: SiteAccess }
  /** The listening could not start or broke off; null when all is well again. */
  | { readonly type: 'notice'; readonly text: string | null };

/** Name of the port over which a background relays one tab's capture events. */
export const capturePort = (tabId: number): string => `capture:${tabId}`;

/** The tab of a port's name, or null for a port of another kind. */
export function tabOfPort(name: string, kind: 'capture' | 'panel'): number | null {
  const match = /^(capture|panel):(\d+)$/.exec(name);
  return match?.[1] === kind ? Number(match[2]) : null;
}
