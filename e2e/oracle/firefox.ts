/**
 * Cases judged by a real Firefox, and captured by our sources at once: `webRequest` by the product's own listeners in a
 * companion extension, and the HAR of Firefox's Network panel.
 */
import { runPipe } from '../../src/session/index.ts';
import { startCompanion } from '../firefox/companion.ts';
import { consoleLines, watchConsole } from '../firefox/console.ts';
import { netmonitorHar, openNetmonitor } from '../firefox/netmonitor.ts';
import { firefoxPath, startFirefox } from '../firefox/start.ts';
import type { JudgeInBrowser } from './browser.ts';
import { reasonsIn, withReasons } from './firefox-reasons.ts';
import { fromHar } from './har.ts';
import { startOracleServers, testHosts } from './server.ts';
import { truthsOf } from './truth.ts';

/** Cases under way at a time. */
const lanes = 6;

const preferences = {
  'network.dns.localDomains': testHosts.join(','),
  'devtools.netmonitor.persistlog': true,
};

export const judgeInFirefox: JudgeInBrowser = async (cases) => {
  const servers = await startOracleServers(cases);
  const companion = await startCompanion();
  const firefox = await startFirefox(firefoxPath(), preferences);
  const page = servers.origins[0] ?? '';
  try {
    await firefox.navigate(`${page}/`);
    await firefox.inPage('oracleReady.then(() => 1)');
    await firefox.install(companion.path);
    await companion.ready;
    await watchConsole(firefox);
    await openNetmonitor(firefox);
    const started = Date.now();
    await firefox.inPage(`oracleRun(${lanes}).then(() => 1)`);
    const results = await servers.results;
    const seconds = (Date.now() - started) / 1000;
    const heard = companion.heardUntil(`${page}/heard`);
    await firefox.inPage(`fetch('/heard').then(() => 1)`);
    const events = await heard;
    const reasons = reasonsIn(await consoleLines(firefox));
    const har = await netmonitorHar(firefox);
    return {
      seconds,
      truths: truthsOf(cases, results, servers, null).map((truth, number) => ({
        ...truth,
        steps: withReasons(truth.steps, reasons.get(number) ?? []),
      })),
      captures: [
        { name: 'DevTools HAR', diagnosed: fromHar(har) },
        {
          name: 'webRequest',
          diagnosed: runPipe({ events, source: 'webRequest', browser: 'firefox' }).exchanges,
        },
      ],
    };
  } finally {
    await firefox.close();
    await companion.close();
    await servers.close();
  }
};
