/** Strangers to a mended API, in a Chromium of their own: pages of other origins, and what nobody asked the own page to allow. */
import { type BrowserContext, chromium, type Frame, type Page } from '@playwright/test';
import { chromiumHosts } from './gateway/hosts.ts';
import type { Scenario, ScenarioCall } from './gateway/scenarios.ts';
import type { Site } from './gateway/site.ts';

/** What a least-privilege API refuses besides the origins that it does not list. */
interface Listed {
  readonly methods: readonly string[];
  readonly credentials: boolean;
}

/** One request of a stranger. */
export interface StrangerCall {
  /** The scenario whose API is called. */
  readonly to: string;
  readonly who: string;
  readonly what: 'origin' | 'method' | 'header' | 'credentials';
  readonly url: string;
  readonly call: ScenarioCall;
}

/** What it got: whether the page read an answer, and Chromium's own reason where CORS kept it from that. */
export interface Got extends StrangerCall {
  readonly read: boolean;
  readonly code: string | null;
}

export interface Strangers {
  /** All strangers to one scenario's API. */
  callsTo(scenario: Scenario, listed: Listed): readonly StrangerCall[];
  tryAll(calls: readonly StrangerCall[]): Promise<readonly Got[]>;
  close(): Promise<void>;
}

const own = 'the page itself';

/** Opens one page for each stranger. The site must answer https on its port, too. */
export async function openStrangers({ origin, gateway }: Site, other: string): Promise<Strangers> {
  const browser = await chromium.launch({
    executablePath: process.env.CORS_INSPECTOR_CHROMIUM || '/usr/bin/chromium',
    args: [chromiumHosts, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const at = (url: string) => open(context, url);
  const callers = new Map([
    [own, await at(origin)],
    ['another host', await at(origin.replace('localhost', '127.0.0.1'))],
    ['a sibling subdomain', await at(origin.replace('localhost', 'stranger.localhost'))],
    ['another port', await at(other)],
    ['https for http', await at(origin.replace('http:', 'https:'))],
    ['a sandboxed frame', await sandboxed(context, origin)],
  ]);
  let number = 0;
  return {
    callsTo({ id, call }, { methods, credentials }) {
      const base = gateway.address(id);
      const one = (who: string, what: StrangerCall['what'], made: ScenarioCall): StrangerCall => {
        number += 1;
        return { to: id, who, what, url: `${base}${made.path}?stranger=${number}`, call: made };
      };
      const simple: ScenarioCall = {
        method: ['GET', 'HEAD', 'POST'].includes(call.method) ? call.method : 'GET',
        path: call.path,
        headers: {},
        credentials: call.credentials,
      };
      const unlisted = ['DELETE', 'PATCH', 'PUT'].find((method) => !methods.includes(method)) ?? 'STRANGER';
      return [
        ...[...callers.keys()]
          .filter((who) => who !== own)
          .flatMap((who) => [one(who, 'origin', call), one(who, 'origin', simple)]),
        one(own, 'method', { ...call, method: unlisted }),
        one(own, 'header', { ...call, headers: { ...call.headers, 'x-stranger': '1' } }),
        ...(credentials ? [] : [one(own, 'credentials', { ...simple, credentials: 'include' as const })]),
      ];
    },
    async tryAll(calls) {
      const got = await Promise.all(
        [...callers].map(([who, caller]) => caller(calls.filter((call) => call.who === who))),
      );
      return got.flat();
    },
    close: () => browser.close(),
  };
}

type Caller = (calls: readonly StrangerCall[]) => Promise<readonly Got[]>;

async function open(context: BrowserContext, url: string): Promise<Caller> {
  const page = await context.newPage();
  await page.goto(url);
  return callerIn(context, page, page.mainFrame());
}

async function sandboxed(context: BrowserContext, url: string): Promise<Caller> {
  const page = await context.newPage();
  await page.goto(url);
  const attached = page.waitForEvent('framenavigated', (frame) => frame.parentFrame() !== null);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = '<title>null</title>';
    document.body.append(frame);
  });
  return callerIn(context, page, await attached);
}

/** Chromium tells its reason by its own protocol; a frame of another process has a session of its own. */
async function callerIn(context: BrowserContext, page: Page, frame: Frame): Promise<Caller> {
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(page));
  const urls = new Map<string, string>();
  const codes = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type !== 'Preflight') urls.set(requestId, request.url);
  });
  session.on('Network.loadingFailed', ({ requestId, corsErrorStatus }) => {
    const url = urls.get(requestId);
    if (url !== undefined && corsErrorStatus !== undefined) codes.set(url, corsErrorStatus.corsError);
  });
  await session.send('Network.enable');
  return async (calls) => {
    const read = await frame.evaluate(
      (wanted) =>
        Promise.all(
          wanted.map(({ url, call: { method, headers, credentials, body } }) =>
            fetch(url, { method, headers, credentials, ...(body === undefined ? {} : { body }) }).then(
              (response) => response.text().then(() => true),
              () => false,
            ),
          ),
        ),
      [...calls],
    );
    // The reasons come before the answer to a command of their session.
    await session.send('Network.enable');
    return calls.map((call, index) => ({
      ...call,
      read: read[index] === true,
      code: codes.get(call.url) ?? null,
    }));
  };
}
