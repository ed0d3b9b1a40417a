/** Random cases judged by a real Chromium, and by us from DevTools' HAR and from webRequest. */
import { resolve } from 'node:path';
import { decodeHar } from '../../src/capture/index.ts';
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import { runPipe } from '../../src/session/index.ts';
import { openInspector } from '../inspector.ts';
import { sampleCases } from './case.ts';
import { type Compared, compare } from './compare.ts';
import { startOracleServers } from './server.ts';
import { judgedByBrowser } from './truth.ts';
import { collectedEvents, collectWebRequest } from './webrequest.ts';

/** Our verdicts, from either source, beside the browser's. */
export interface OracleRun {
  readonly seconds: number;
  readonly har: Compared;
  readonly webRequest: Compared;
}

function fromHar(text: string): readonly Diagnosed[] {
  const decoded = decodeHar(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  return runPipe({ events: decoded.events, source: 'har', browser: decoded.browser }).exchanges;
}

export async function runOracle(seed: number, count: number): Promise<OracleRun> {
  const cases = sampleCases(seed, count);
  const servers = await startOracleServers(cases);
  const inspector = await openInspector({ extension: resolve('dist/chrome'), url: servers.origins[0] ?? '' });
  try {
    await collectWebRequest(inspector.devtoolsPage);
    const started = Date.now();
    const truths = await judgedByBrowser(inspector.page, cases, servers);
    const seconds = (Date.now() - started) / 1000;
    const har = await inspector.devtoolsPage.evaluate(
      () =>
        new Promise<string>((told) => chrome.devtools.network.getHAR((log) => told(JSON.stringify({ log })))),
    );
    const events = await collectedEvents(inspector.devtoolsPage);
    const live = runPipe({ events, source: 'webRequest', browser: 'chromium' }).exchanges;
    return { seconds, har: compare(cases, truths, fromHar(har)), webRequest: compare(cases, truths, live) };
  } finally {
    await inspector.close();
    await servers.close();
  }
}
