import { describe, expect, it } from 'vitest';
import { FakeDebugger, settled } from './fake-debugger.ts';
import { detachWithPort, watchedDebugger } from './left-behind.ts';
import type { PortLike } from './port-adapter.ts';

/** A page and a background over one debugger. `cut` ends the port on both sides, `forget` the background alone. */
function pageAndBackground() {
  const api = new FakeDebugger();
  const open: { readonly cut: () => void; readonly forget: () => void }[] = [];
  const connect = (): PortLike => {
    const messages: ((message: unknown) => void)[] = [];
    const ofPage: (() => void)[] = [];
    const ofBackground: (() => void)[] = [];
    const side = (closes: (() => void)[]): PortLike => ({
      name: '',
      postMessage: (message) => messages.forEach((listener) => void listener(message)),
      disconnect: () => undefined,
      onMessage: { addListener: (listener) => void messages.push(listener), removeListener: () => undefined },
      onDisconnect: { addListener: (listener) => void closes.push(listener) },
    });
    detachWithPort(api, side(ofBackground));
    open.push({
      cut: () => ofBackground.forEach((listener) => void listener()),
      forget: () => ofPage.forEach((listener) => void listener()),
    });
    return side(ofPage);
  };
  return { api, open, watched: watchedDebugger(api, connect) };
}

describe('what a DevTools page leaves attached', () => {
  it('is let go when the page is gone, and only that', async () => {
    const { api, open, watched } = pageAndBackground();
    await watched.attach({ tabId: 7 }, '1.3');
    await watched.attach({ targetId: 'W' }, '1.3');
    await api.attach({ tabId: 8 });
    open[0]?.cut();
    await settled();
    expect(api.attached).toEqual([{ tabId: 8 }]);
  });

  it('is not what it let go itself, nor what the browser took', async () => {
    const { api, open, watched } = pageAndBackground();
    await watched.attach({ tabId: 7 }, '1.3');
    await watched.attach({ targetId: 'W' }, '1.3');
    await watched.detach({ tabId: 7 });
    await api.detach({ targetId: 'W' });
    api.end({ targetId: 'W' }, 'target_closed');
    await api.attach({ tabId: 7 });
    await api.attach({ targetId: 'W' });
    open[0]?.cut();
    await settled();
    expect(api.attached).toEqual([{ tabId: 7 }, { targetId: 'W' }]);
  });

  it('is told to a background that was ended and began anew', async () => {
    const { api, open, watched } = pageAndBackground();
    await watched.attach({ tabId: 7 }, '1.3');
    open[0]?.forget();
    open[1]?.cut();
    await settled();
    expect(open).toHaveLength(2);
    expect(api.attached).toEqual([]);
  });
});
