/** For development and tests only: the panel in the state named by `?scene=`, without a session behind it. */
import { pageHost } from '../page-host.ts';
import { mountPanel } from '../panel.tsx';
import { FakeAdapter } from './fake-adapter.ts';
import { manyExchanges, manyRows } from './many.ts';
import { resetWith, scenes } from './scenes.ts';

const root = document.getElementById('panel');
const query = new URLSearchParams(location.search);
const rows = Number(query.get('rows') ?? 0);
const name = query.get('scene') ?? 'mixed';
const scene = rows > 0 ? manyRows(rows) : scenes[name];
if (root && scene) {
  const adapter = new FakeAdapter(scene);
  const setters: ((theme: 'light' | 'dark') => void)[] = [];
  const host = {
    ...pageHost,
    // As DevTools' panel has it, and the page for files has not.
    ...(name === 'file-page' ? {} : { showInNetwork: () => undefined }),
    onThemeChange: (set: (theme: 'light' | 'dark') => void) => void setters.push(set),
  };
  mountPanel(root, { adapter, host });
  if (name === 'disconnected') adapter.disconnect();
  const gallery = {
    commands: adapter.commands,
    empty: () => adapter.say(resetWith([])),
    setTheme: (theme: 'light' | 'dark') => {
      for (const set of setters) set(theme);
    },
    /** So many more exchanges come in, in events of ten, a frame apart. */
    async stream(count: number) {
      const added = manyExchanges(count);
      for (let at = 0; at < added.length; at += 10) {
        adapter.say({ type: 'changed', exchanges: added.slice(at, at + 10), apis: [] });
        await new Promise((next) => requestAnimationFrame(next));
      }
    },
  };
  Reflect.set(globalThis, 'gallery', gallery);
}
