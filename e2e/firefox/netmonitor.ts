/** Firefox's own Network panel, and the HAR that it would save. */
import type { Firefox } from './start.ts';

const open = `(async () => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  globalThis.corsToolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'netmonitor' });
})()`;

/** Opens DevTools at the Network panel: it lists what begins from now on. */
export async function openNetmonitor(firefox: Firefox): Promise<void> {
  await firefox.inChrome(open);
}

/** The text of the HAR of everything listed. */
export async function netmonitorHar(firefox: Firefox): Promise<string> {
  const text = await firefox.inChrome(
    '(async () => JSON.stringify(await globalThis.corsToolbox.getHARFromNetMonitor()))()',
  );
  return `{"log":${String(text).replace(/^\{"log":(.*)\}$/s, '$1')}}`;
}
