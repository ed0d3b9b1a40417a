import type { Debuggee, DebuggerApi } from './debugger-api.ts';
import { field, text } from './fields.ts';
import type { PortLike } from './port-adapter.ts';

/**
 * Chromium ends a closing DevTools page before its last calls are heard (seen in version 156: a tab stayed attached, its
 * bar up). So the page tells the background what it is attached to, and the end of their port makes the background let go.
 */
export const debuggerPort = 'debugger';

/** The page's side: the same debugger, whose attachments the background knows. A background that was ended is told again. */
export function watchedDebugger(api: DebuggerApi, connect: () => PortLike): DebuggerApi {
  const attached = new Map<string, Debuggee>();
  let port: PortLike | null = null;
  const tell = (): void => {
    if (attached.size === 0 && port === null) return;
    if (port === null) {
      const opened = connect();
      port = opened;
      opened.onDisconnect.addListener(() => {
        if (port === opened) port = null;
        if (attached.size > 0) tell();
      });
    }
    port.postMessage([...attached.values()]);
  };
  api.onDetach.addListener((source) => {
    if (source.sessionId === undefined && attached.delete(nameOf(source))) tell();
  });
  return {
    async attach(target, version) {
      await api.attach(target, version);
      attached.set(nameOf(target), target);
      tell();
    },
    async detach(target) {
      await api.detach(target);
      if (attached.delete(nameOf(target))) tell();
    },
    sendCommand: (target, method, params) => api.sendCommand(target, method, params),
    getTargets: () => api.getTargets(),
    onEvent: api.onEvent,
    onDetach: api.onDetach,
  };
}

/** The background's side of one such port. */
export function detachWithPort(api: Pick<DebuggerApi, 'detach'>, port: PortLike): void {
  let attached: readonly Debuggee[] = [];
  port.onMessage.addListener((message) => {
    attached = Array.isArray(message) ? message.flatMap(debuggeeOf) : [];
  });
  port.onDisconnect.addListener(() => {
    for (const target of attached) api.detach(target).catch(() => undefined);
  });
}

function debuggeeOf(value: unknown): readonly Debuggee[] {
  const tabId = field(value, 'tabId');
  if (typeof tabId === 'number') return [{ tabId }];
  const targetId = text(field(value, 'targetId'));
  return targetId === '' ? [] : [{ targetId }];
}

function nameOf({ tabId, targetId }: Debuggee): string {
  return `${tabId} ${targetId}`;
}
