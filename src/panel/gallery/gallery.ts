/** For development only: the panel in the state named by `?scene=`, without a session behind it. */
import { pageHost } from '../page-host.ts';
import { mountPanel } from '../panel.tsx';
import { FakeAdapter } from './fake-adapter.ts';
import { manyRows } from './many.ts';
import { scenes } from './scenes.ts';

const root = document.getElementById('panel');
const query = new URLSearchParams(location.search);
const rows = Number(query.get('rows') ?? 0);
const scene = rows > 0 ? manyRows(rows) : scenes[query.get('scene') ?? 'mixed'];
if (root && scene) mountPanel(root, { adapter: new FakeAdapter(scene), host: pageHost });
