/** Cases judged by a real Chromium, and captured by all of our sources at once: DevTools' HAR, webRequest, the debugger. */
import { resolve } from 'node:path';
import { runPipe } from '../../src/session/index.ts';
import { openInspector } from '../inspector.ts';
import type { JudgeInBrowser, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import { collectDebugger, collectedRaw, decodedRaw, refusalsIn } from './debugger.ts';
import { fromHar } from './har.ts';
import { keep } from './keep.ts';
import { startOracleServers } from './server.ts';
import { truthsOf } from './truth.ts';
import { collectedEvents, collectWebRequest } from './webrequest.ts';

/**
 * A plain no-cors request of an opaque origin to a host without Sec-Fetch headers: its HAR entry has no Origin, no Referer and no
 * page's address, so that it could as well be a same-origin one.
 */
function hasNoSign({ page, requests, hops }: OracleCase): boolean {
  const plain = requests.some(({ mode, method }) => mode === 'no-cors' && /^(?:GET|HEAD)$/i.test(method));
  return plain && (page === 'sandboxed' || page === 'data') && hops.some(({ server }) => server > 3);
}

/**
 * A worker's request to its own origin that a redirect would have taken where CORS forbids to follow: its HAR entry has neither the
 * answer nor where it led, and is byte for byte that of `redirect: "error"`.
 */
function endsUnseenAtHome({ page, hops }: OracleCase, { steps }: Truth): boolean {
  if (page !== 'worker') return false;
  return steps.some(
    ({ reported, hops: seen }) =>
      (reported?.code === 'RedirectContainsCredentials' || reported?.code === 'CorsDisabledScheme') &&
      seen.every(({ requests }, index) => requests === 0 || hops[index]?.server === 0),
  );
}

/** Cases under way at a time. */
const lanes = 6;

export const judgeInChromium: JudgeInBrowser = async (cases) => {
  const servers = await startOracleServers(cases);
  const inspector = await openInspector({
    extension: resolve('dist/chrome'),
    url: servers.origins[0] ?? '',
    flags: ['--host-resolver-rules=MAP *.test 127.0.0.1'],
  });
  try {
    const { page, devtoolsPage } = inspector;
    await page.evaluate('oracleReady');
    await collectWebRequest(devtoolsPage);
    await collectDebugger(devtoolsPage);
    const started = Date.now();
    await page.evaluate(`oracleRun(${lanes})`);
    const results = await servers.results;
    const seconds = (Date.now() - started) / 1000;
    const har = await devtoolsPage.evaluate(
      () =>
        new Promise<string>((told) => chrome.devtools.network.getHAR((log) => told(JSON.stringify({ log })))),
    );
    const raw = await collectedRaw(devtoolsPage);
    keep('devtools.har', har);
    keep('debugger.json', JSON.stringify(raw));
    const events = await collectedEvents(devtoolsPage);
    return {
      seconds,
      truths: truthsOf(cases, results, servers, refusalsIn(raw)),
      captures: [
        {
          name: 'DevTools HAR',
          diagnosed: fromHar(har),
          blindTo: (own, truth) => hasNoSign(own) || endsUnseenAtHome(own, truth),
        },
        {
          name: 'webRequest',
          diagnosed: runPipe({ events, source: 'webRequest', browser: 'chromium' }).exchanges,
        },
        {
          name: 'debugger',
          diagnosed: runPipe({ events: decodedRaw(raw), source: 'debugger', browser: 'chromium' }).exchanges,
        },
      ],
    };
  } finally {
    await inspector.close();
    await servers.close();
  }
};
