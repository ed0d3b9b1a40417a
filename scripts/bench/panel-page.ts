/** The page of `npm run bench:panel`: the panel over a session that says what it is told to. */
import { FakeAdapter } from '../../src/panel/gallery/fake-adapter.ts';
import { manyExchanges } from '../../src/panel/gallery/many.ts';
import { resetWith } from '../../src/panel/gallery/scenes.ts';
import { pageHost } from '../../src/panel/page-host.ts';
import { mountPanel } from '../../src/panel/panel.tsx';
import { recordFrames } from './panel-frames.ts';

const root = document.getElementById('panel');
const adapter = new FakeAdapter(resetWith([]));
if (root) mountPanel(root, { adapter, host: pageHost });

const bench = {
  /** Shows so many exchanges; milliseconds until they are painted. */
  async show(count: number): Promise<number> {
    const event = resetWith(manyExchanges(count));
    const from = performance.now();
    adapter.say(event);
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
    return performance.now() - from;
  },
  /** So many more come in events of 100, as fast as a session tells them. */
  async stream(count: number): Promise<void> {
    const shown = manyExchanges(count + 200_000).slice(200_000);
    for (let at = 0; at < shown.length; at += 100) {
      adapter.say({ type: 'changed', exchanges: shown.slice(at, at + 100), apis: [] });
      await new Promise((next) => setTimeout(next, 5));
    }
  },
  /** Moves the list as one drags its bar: somewhere else with every frame. */
  async drag(frames: number): Promise<void> {
    const list = document.querySelector('[data-testid="list-scroll"]');
    if (list === null) return;
    const range = list.scrollHeight - list.clientHeight;
    for (let frame = 1; frame <= frames; frame += 1) {
      list.scrollTop = range * ((frame * 0.618) % 1);
      await new Promise((next) => requestAnimationFrame(next));
    }
  },
  nodes: () => ({
    elements: document.querySelectorAll('*').length,
    rows: document.querySelectorAll('[data-testid="exchange"]').length,
  }),
  frames: recordFrames,
};
Reflect.set(globalThis, 'bench', bench);
export type Bench = typeof bench;
