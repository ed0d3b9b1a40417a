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

/** The HAR's text once the list shows the end of the request to that URL; then the list is emptied, because long ones are slow. */
const take = (last: string) => `(async () => {
  const { panelWin } = globalThis.corsToolbox.getPanel('netmonitor');
  const isThere = () =>
    panelWin.store.getState().requests.requests.some(({ url, status }) => url === ${JSON.stringify(last)} && status);
  while (!isThere()) await new Promise((next) => panelWin.setTimeout(next, 20));
  const har = JSON.stringify(await globalThis.corsToolbox.getHARFromNetMonitor());
  panelWin.document.querySelector('.requests-list-clear-button').click();
  return har;
})()`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The entries of everything listed since the last call, up to the request to `last`, which has to be made last. */
export async function netmonitorEntries(firefox: Firefox, last: string): Promise<readonly unknown[]> {
  const har: unknown = JSON.parse(String(await firefox.inChrome(take(last))));
  const log = isRecord(har) && isRecord(har.log) ? har.log : har;
  if (!isRecord(log) || !Array.isArray(log.entries)) throw new Error('the Network panel gave no HAR');
  return log.entries;
}
