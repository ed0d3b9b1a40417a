import { describe, expect, it } from 'vitest';
import { tabOfPort } from './capture-event.ts';
import { messageOf, type PortLike, portAdapter } from './port-adapter.ts';

type Message = { readonly type: 'a' } | { readonly type: 'b' };

function fakePort(): {
  port: PortLike;
  sent: unknown[];
  receive: (value: unknown) => void;
  close: () => void;
} {
  const sent: unknown[] = [];
  const onMessage = new Set<(message: unknown) => void>();
  const onDisconnect = new Set<() => void>();
  return {
    port: {
      name: 'panel:1',
      disconnect: () => undefined,
      postMessage: (message) => void sent.push(message),
      onMessage: {
        addListener: (l) => void onMessage.add(l),
        removeListener: (l) => void onMessage.delete(l),
      },
      onDisconnect: { addListener: (l) => void onDisconnect.add(l) },
    },
    sent,
    receive: (value) => {
      for (const listener of onMessage) listener(value);
    },
    close: () => {
      for (const listener of onDisconnect) listener();
    },
  };
}

describe('portAdapter', () => {
  it('delivers messages of the union and drops everything else', () => {
    const { port, receive } = fakePort();
    const got: Message[] = [];
    portAdapter<Message, Message>(port, messageOf<Message>({ a: true, b: true })).listen((message) =>
      got.push(message),
    );
    for (const value of [{ type: 'a' }, { type: 'x' }, null, 'a', 7, {}, { type: 'b' }]) receive(value);
    expect(got).toEqual([{ type: 'a' }, { type: 'b' }]);
  });

  it('stops delivering when asked, and posts nothing after the port closed', () => {
    const { port, sent, receive, close } = fakePort();
    const got: Message[] = [];
    const adapter = portAdapter<Message, Message>(port, messageOf<Message>({ a: true, b: true }));
    let closed = false;
    adapter.onClose(() => {
      closed = true;
    });
    adapter.listen((message) => got.push(message))();
    receive({ type: 'a' });
    adapter.post({ type: 'a' });
    close();
    adapter.post({ type: 'b' });
    expect(got).toEqual([]);
    expect(sent).toEqual([{ type: 'a' }]);
    expect(closed).toBe(true);
  });
});

describe('tabOfPort', () => {
  it.each([
    ['panel:12', 'panel', 12],
    ['capture:12', 'panel', null],
    ['capture:3', 'capture', 3],
    ['panel:', 'panel', null],
    ['panel:1x', 'panel', null],
  ] as const)('%s as %s is %s', (name, kind, expected) => {
    expect(tabOfPort(name, kind)).toBe(expected);
  });
});
