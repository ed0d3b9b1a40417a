/**
 * The panel's entry: inside the extension it joins the session of the inspected tab; as an ordinary page it has a session
 * of its own, into which a HAR can be imported.
 */
import { pageHost } from './page-host.ts';
import { mountPanel } from './panel.tsx';

function insideExtension(): boolean {
  const runtimes = [globalThis.browser, globalThis.chrome].map(
    (api: typeof chrome | undefined) => api?.runtime,
  );
  return runtimes.some((runtime: typeof chrome.runtime | undefined) => runtime?.id !== undefined);
}

async function start(root: HTMLElement): Promise<void> {
  if (insideExtension()) {
    const { extensionAdapter, extensionHost } = await import('./extension-host.ts');
    mountPanel(root, { adapter: extensionAdapter(), host: extensionHost() });
    return;
  }
  const { inlineSession } = await import('./inline-session.ts');
  mountPanel(root, { adapter: inlineSession(), host: pageHost });
}

const root = document.getElementById('panel');
if (root) void start(root);
