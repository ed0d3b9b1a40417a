/** For development only: the panel in the state named by `?scene=`, without a session behind it. */
import { pageHost } from '../page-host.ts';
import { mountPanel } from '../panel.tsx';
import { FakeAdapter } from './fake-adapter.ts';
import { scenes } from './scenes.ts';

const root = document.getElementById('panel');
const scene = scenes[new URLSearchParams(location.search).get('scene') ?? 'mixed'];
if (root && scene) mountPanel(root, { adapter: new FakeAdapter(scene), host: pageHost });
