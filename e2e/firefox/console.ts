/** Firefox's own words on CORS: they go to its console only, which tests read with the browser's own rights. */
import type { Firefox } from './start.ts';

/** One line of the browser console whose category begins with CORS. */
export interface ConsoleLine {
  readonly category: string;
  readonly text: string;
}

const watch = `(() => {
  const lines = (globalThis.corsLines = []);
  const listener = {
    QueryInterface: ChromeUtils.generateQI(['nsIConsoleListener']),
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError) || !message.category.startsWith('CORS')) return;
      lines.push({ category: message.category, text: message.errorMessage });
    },
  };
  Services.console.registerListener(listener);
})()`;

export async function watchConsole(firefox: Firefox): Promise<void> {
  await firefox.inChrome(watch);
}

/** What was said since the watch began or since the last call, in order. */
export async function consoleLines(firefox: Firefox): Promise<readonly ConsoleLine[]> {
  return JSON.parse(String(await firefox.inChrome('JSON.stringify(globalThis.corsLines.splice(0))')));
}
