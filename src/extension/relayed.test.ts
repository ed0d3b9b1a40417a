import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from './capture-event.ts';
import type { PortLike } from './port-adapter.ts';
import { listenThroughBackground } from './relayed.ts';

describe('listenThroughBackground', () => {
  it('passes events on, and after the background was ended says so and connects again', () => {
    const ports: { name: string; receive: (value: unknown) => void; close: () => void }[] = [];
    const connect = (name: string): PortLike => {
      const messages: ((message: unknown) => void)[] = [];
      const closes: (() => void)[] = [];
      ports.push({
        name,
        receive: (value) => messages.forEach((l) => void l(value)),
        close: () => closes.forEach((l) => void l()),
      });
      return {
        name,
        postMessage: () => undefined,
        disconnect: () => undefined,
        onMessage: { addListener: (l) => void messages.push(l), removeListener: () => undefined },
        onDisconnect: { addListener: (l) => void closes.push(l) },
      };
    };
    const got: CaptureEvent[] = [];
    listenThroughBackground(connect, 5, (event) => got.push(event));
    ports[0]?.receive({ type: 'navigated', url: 'http://a.test/' });
    ports[0]?.close();
    ports[1]?.receive({ type: 'wire', events: [] });
    ports[1]?.receive({ type: 'unknown' });
    expect(ports.map((port) => port.name)).toEqual(['capture:5', 'capture:5']);
    expect(got.map((event) => event.type)).toEqual(['navigated', 'notice', 'wire']);
  });

  it('gives up, and says so, when nobody answers again and again', () => {
    let connections = 0;
    const got: CaptureEvent[] = [];
    const closes: (() => void)[] = [];
    const connect = (name: string): PortLike => {
      connections += 1;
      return {
        name,
        postMessage: () => undefined,
        disconnect: () => undefined,
        onMessage: { addListener: () => undefined, removeListener: () => undefined },
        onDisconnect: { addListener: (l) => void closes.push(l) },
      };
    };
    listenThroughBackground(connect, 5, (event) => got.push(event));
    for (let close = closes.shift(); close !== undefined; close = closes.shift()) close();
    expect(connections).toBe(6);
    expect(got.at(-1)).toMatchObject({ type: 'notice', text: expect.stringContaining('stopped') });
  });
});
