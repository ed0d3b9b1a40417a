import { expect, test } from 'vitest';
import type { SessionEvent } from '../session/index.ts';
import { type PanelPort, reconnecting } from './reconnecting.ts';

class FakePort implements PanelPort {
  readonly posted: unknown[] = [];
  #hear: (message: unknown) => void = () => {};
  #end: () => void = () => {};
  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => {
      this.#hear = listener;
    },
  };
  readonly onDisconnect = {
    addListener: (listener: () => void) => {
      this.#end = listener;
    },
  };
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  say(message: unknown): void {
    this.#hear(message);
  }
  end(): void {
    this.#end();
  }
}

function setUp(fails = 0) {
  const ports: FakePort[] = [];
  const waits: { again: () => void; attempt: number }[] = [];
  let failures = fails;
  const adapter = reconnecting({
    connect: () => {
      failures -= 1;
      if (failures >= 0) throw new Error('Extension context invalidated.');
      const port = new FakePort();
      ports.push(port);
      return port;
    },
    later: (again, attempt) => waits.push({ again, attempt }),
  });
  const heard: SessionEvent[] = [];
  return { adapter, ports, waits, heard, listen: () => adapter.listen((event) => heard.push(event)) };
}

const reset: SessionEvent = {
  type: 'reset',
  state: {
    recording: true,
    keepLog: false,
    notice: null,
    noticeWarns: false,
    capture: 'standard',
    deep: 'off',
    deepNotice: null,
    disableCache: false,
    putAway: [],
    navigations: [],
    template: null,
    siteAccess: 'granted',
    withheldFrom: [],
    inspectable: true,
  },
  exchanges: [],
  apis: [],
};

test('it connects when someone listens, hears session events and nothing else', () => {
  const { ports, heard, listen } = setUp();
  expect(ports).toHaveLength(0);
  listen();
  for (const message of [reset, { type: 'other' }, null, 'reset', {}]) ports[0]?.say(message);
  expect(heard).toEqual([reset]);
});

test('a lost port is told, comes back, and goes on', () => {
  const { adapter, ports, waits, heard, listen } = setUp();
  let closed = 0;
  adapter.onClose(() => {
    closed += 1;
  });
  listen();
  ports[0]?.end();
  expect(closed).toBe(1);
  adapter.post({ type: 'clear' });
  waits[0]?.again();
  adapter.post({ type: 'reload' });
  expect(ports.map((port) => port.posted)).toEqual([[], [{ type: 'reload' }]]);
  ports[1]?.say(reset);
  expect(heard).toEqual([reset]);
});

test('patience grows with failed attempts and starts anew once the session spoke', () => {
  const { ports, waits, listen } = setUp(2);
  listen();
  waits[0]?.again();
  waits[1]?.again();
  expect(waits.map(({ attempt }) => attempt)).toEqual([1, 2]);
  ports[0]?.say(reset);
  ports[0]?.end();
  expect(waits[2]?.attempt).toBe(1);
});
