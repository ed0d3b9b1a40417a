/**
 * Cases judged by a real Firefox, and captured by our sources at once: `webRequest` by the product's own listeners in a
 * companion extension, and the HAR of Firefox's Network panel.
 */
import type { WireEvent } from '../../src/capture/index.ts';
import { runPipe } from '../../src/session/index.ts';
import { startCompanion } from '../firefox/companion.ts';
import { consoleLines, watchConsole } from '../firefox/console.ts';
import { netmonitorEntries, openNetmonitor } from '../firefox/netmonitor.ts';
import { firefoxPath, startFirefox } from '../firefox/start.ts';
import type { JudgeInBrowser } from './browser.ts';
import type { Line, OracleCase } from './case.ts';
import { reasonsIn, withReasons } from './firefox-reasons.ts';
import { fromHar } from './har.ts';
import { keep } from './keep.ts';
import { startOracleServers, testHosts } from './server.ts';
import { truthsOf } from './truth.ts';

/** Cases under way at a time. */
const lanes = 6;

/** Cases between two emptyings of the Network panel. */
const part = 250;

const isAllowOrigin = (name: string): boolean => name.toLowerCase() === 'access-control-allow-origin';

function isLongTogether(headers: readonly Line[]): boolean {
  return ['accept', 'accept-language', 'content-language'].some((name) => {
    const values = headers.flatMap(([own, value]) => (own.toLowerCase() === name ? [value] : []));
    return values.length > 1 && values.join(', ').length > 128;
  });
}

/**
 * What Firefox shows to none of our sources as it is: an EventSource in a worker (its events belong to no tab), a safelisted
 * header that the script set twice (each value is short enough by itself, the wire has them joined), a plain no-cors
 * request to a host without Sec-Fetch headers (its HAR does not tell it from an image's), and an empty
 * line of Access-Control-Allow-Origin beside another (it is counted or not by how the name is written, and `webRequest` leaves
 * it out).
 */
function isHidden(own: OracleCase | undefined): boolean {
  if (own === undefined) return false;
  const plain = own.requests.some(({ mode, method }) => mode === 'no-cors' && /^(?:GET|HEAD)$/i.test(method));
  if (plain && own.hops.some(({ server }) => server > 3)) return true;
  if (own.requests.some(({ headers }) => isLongTogether(headers))) return true;
  if (own.page === 'worker' && own.requests.some(({ api }) => api === 'eventsource')) return true;
  return own.hops
    .flatMap(({ preflight, response }) => [preflight.headers, response.headers])
    .map((headers) => headers.filter(([name]) => isAllowOrigin(name)))
    .some((lines) => lines.length > 1 && lines.some(([, value]) => value === ''));
}

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
    let seconds = 0;
    const entries: unknown[] = [];
    const events: WireEvent[] = [];
    for (let from = 0; from < cases.length; from += part) {
      const started = Date.now();
      await firefox.inPage(`oracleRun(${lanes}, ${from}, ${from + part}).then(() => 1)`);
      seconds += (Date.now() - started) / 1000;
      const last = `${page}/heard/${from}`;
      const heard = companion.heardUntil(last);
      await firefox.inPage(`fetch(${JSON.stringify(last)}).then(() => 1)`);
      events.push(...(await heard));
      entries.push(...(await netmonitorEntries(firefox, last)));
    }
    const results = await servers.results;
    const reasons = reasonsIn(await consoleLines(firefox));
    const har = JSON.stringify({ log: { creator: { name: 'Firefox' }, entries } });
    keep('firefox.har', har);
    return {
      seconds,
      truths: truthsOf(cases, results, servers, null).map((truth, number) => ({
        ...truth,
        steps: withReasons(truth.steps, reasons.get(number) ?? [], cases[number]),
        ...(isHidden(cases[number]) && { hidden: true }),
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
