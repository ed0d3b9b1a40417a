/**
 * The panel's entry: inside DevTools it joins the session of the inspected tab; as an ordinary page, the extension's own
 * or anyone's, it has a session of its own, into which a HAR or a report can be imported.
 */
import { pageHost } from './page-host.ts';
import { mountPanel } from './panel.tsx';

/** An extension's page that is opened as a tab has the extension's API, but no DevTools. */
function insideDevtools(): boolean {
  const api: { readonly devtools?: unknown } | undefined = globalThis.chrome;
  return api?.devtools !== undefined;
}

async function start(root: HTMLElement): Promise<void> {
  if (insideDevtools()) {
    const { extensionAdapter, extensionHost } = await import('./extension-host.ts');
    mountPanel(root, { adapter: extensionAdapter(), host: extensionHost() });
    return;
  }
  const { inlineSession } = await import('./inline-session.ts');
  mountPanel(root, { adapter: inlineSession(), host: pageHost });
}

const root = document.getElementById('panel');
if (root) void start(root);
