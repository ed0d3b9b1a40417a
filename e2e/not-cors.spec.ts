/** What looks like CORS and is not gets its true name first, in the real panel, on standard capture. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { type Inspector, openInspector } from './inspector.ts';
import { startNotCorsSite } from './not-cors/site.ts';

type Site = Awaited<ReturnType<typeof startNotCorsSite>>;

const test = base.extend<{ site: Site; inspector: Inspector }>({
  site: async ({ browserName: _browser }, use) => {
    const site = await startNotCorsSite();
    await use(site);
    site.close();
  },
  inspector: async ({ site }, use) => {
    const errors: string[] = [];
    const inspector = await openInspector({
      extension: resolve('dist/chrome'),
      beside: [resolve('e2e/not-cors/blocker')],
      flags: site.flags,
      url: `http://localhost:${site.ports.page}/`,
      onError: (text) => errors.push(text),
    });
    await inspector.openPanel();
    await inspector.resize({ width: 1000, height: 800 });
    await use(inspector);
    await inspector.close();
    expect(errors, 'console errors of the extension').toEqual([]);
  },
});

interface Call {
  readonly url: string;
  readonly init?: RequestInit;
  readonly end?: 'abort' | 'timeout';
  readonly as?: 'xhr' | 'script';
}

/** Makes calls in the page, all at once, and waits until each has ended. */
const callAll = (page: Page, calls: readonly Call[]): Promise<void> =>
  page.evaluate(async (all) => {
    const load = ({ url, as }: (typeof all)[number]): Promise<unknown> =>
      new Promise((ended) => {
        if (as === 'xhr') {
          const request = new XMLHttpRequest();
          request.onloadend = ended;
          request.open('GET', url);
          request.send();
          return;
        }
        const script = document.createElement('script');
        script.onload = ended;
        script.onerror = ended;
        script.src = url;
        document.body.append(script);
      });
    const call = async (one: (typeof all)[number]): Promise<unknown> => {
      if (one.as !== undefined) return load(one);
      const controller = new AbortController();
      const signal = one.end === 'timeout' ? AbortSignal.timeout(300) : controller.signal;
      const answer = fetch(one.url, { ...one.init, signal });
      if (one.end === 'abort') controller.abort();
      return answer.then((response) => response.text());
    };
    await Promise.allSettled(all.map(call));
  }, calls);

/** The first finding of the row of that path. */
async function expectCause(panel: Frame, path: string, rule: string): Promise<void> {
  const row = panel.getByTestId('exchange').filter({ hasText: path });
  await expect(row, path).toHaveCount(1);
  await row.click();
  await expect(panel.getByTestId('finding').first(), path).toHaveAttribute('data-rule', rule);
}

async function expectCauses(panel: Frame, causes: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, rule] of Object.entries(causes)) await expectCause(panel, path, rule);
}

const preflighted = { headers: { 'x-asks': '1' } };

test('a network that fails, an extension, a page that gives up', async ({ site, inspector }) => {
  const { page } = inspector;
  const api = `http://127.0.0.1:${site.ports.api}`;
  const closed = `http://127.0.0.1:${site.ports.closed}`;
  const panel = await inspector.openPanel();
  await callAll(page, [
    { url: 'http://nowhere.invalid/dns' },
    { url: 'http://nowhere.invalid/pre-dns', init: preflighted },
    { url: `${closed}/refused` },
    { url: `${closed}/pre-refused`, init: preflighted },
    { url: `${api}/empty` },
    { url: `${api}/reset` },
    { url: `${api}/bad-chunk` },
    { url: `${api}/loop` },
    { url: `https://127.0.0.1:${site.ports.api}/tls` },
    { url: 'http://127.0.0.1:6000/x11' },
    { url: `${api}/blocked-by-extension` },
    { url: `${api}/hangs`, end: 'timeout' },
    { url: `${api}/also-hanging`, init: preflighted, end: 'timeout' },
    { url: `${api}/corp`, init: { mode: 'no-cors' } },
    { url: `${api}/opaque`, init: { mode: 'no-cors' } },
    { url: `${api}/orb`, as: 'script' },
  ]);
  await expectCauses(panel, {
    '/dns': 'dns-failure',
    '/pre-dns': 'dns-failure',
    '/refused': 'connection-refused',
    '/pre-refused': 'connection-refused',
    '/empty': 'connection-cut',
    '/reset': 'connection-cut',
    '/bad-chunk': 'protocol-error',
    '/loop': 'redirect-loop',
    '/tls': 'tls-failure',
    '/x11': 'unsafe-port',
    '/blocked-by-extension': 'blocked-by-extension',
    '/hangs': 'aborted',
    '/also-hanging': 'aborted',
    '/corp': 'corp',
    '/opaque': 'opaque-response',
    '/orb': 'orb',
  });
  await page.context().setOffline(true);
  await callAll(page, [{ url: `${api}/offline` }]);
  await page.context().setOffline(false);
  await expectCause(panel, '/offline', 'offline');
});

test('what the page’s own policies, and its address, forbid', async ({ site, inspector }) => {
  const { page } = inspector;
  const { ports } = site;
  const api = `http://127.0.0.1:${ports.api}`;
  const panel = await inspector.openPanel();

  await page.goto(`http://localhost:${ports.page}/csp`);
  await callAll(page, [{ url: `${api}/by-csp`, as: 'xhr' }]);
  await expectCause(panel, '/by-csp', 'csp');

  await page.goto(`http://localhost:${ports.page}/coep`);
  await callAll(page, [{ url: `${api}/by-coep`, init: { mode: 'no-cors' } }]);
  await expectCause(panel, '/by-coep', 'coep');

  await page.goto(`https://localhost:${ports.securePage}/`);
  await callAll(page, [
    { url: `http://api.test:${ports.api}/mixed` },
    { url: `http://api.test:${ports.api}/pre-mixed`, init: preflighted },
  ]);
  await expectCauses(panel, { '/mixed': 'mixed-content', '/pre-mixed': 'mixed-content' });

  await page.goto(`http://127.0.0.1:${ports.publicPage}/`);
  await callAll(page, [{ url: `${api}/local` }, { url: `${api}/pre-local`, init: preflighted }]);
  await expectCauses(panel, { '/local': 'local-network-access', '/pre-local': 'local-network-access' });
});

test('HSTS, a service worker, a page from a file', async ({ site, inspector }, info) => {
  const { page } = inspector;
  const { ports } = site;
  const api = `http://127.0.0.1:${ports.api}`;
  const panel = await inspector.openPanel();

  await callAll(page, [{ url: `https://hsts.test:${ports.secureApi}/sts` }]);
  await callAll(page, [{ url: `http://hsts.test:${ports.secureApi}/upgraded`, init: preflighted }]);
  await expectCause(panel, '/upgraded', 'insecure-url');

  await page.goto(`http://localhost:${ports.page}/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((ready) => navigator.serviceWorker.addEventListener('controllerchange', ready));
  });
  await callAll(
    page,
    ['worker-answers', 'worker-throws', 'worker-opaque'].map((path) => ({ url: `${api}/${path}` })),
  );
  await expectCauses(panel, {
    '/worker-answers': 'service-worker-answer',
    '/worker-throws': 'service-worker-error',
    '/worker-opaque': 'service-worker-error',
  });

  const file = info.outputPath('page.html');
  writeFileSync(file, '<h1>A page from a file</h1>');
  await page.goto(pathToFileURL(file).href);
  await callAll(page, [{ url: `${api}/other-origin` }]);
  await expectCause(panel, '/other-origin', 'null-origin');
});

test('an answer that CORS hides leads the row and the banner', async ({ site, inspector }) => {
  const panel = await inspector.openPanel();
  const answers = {
    '/hidden-403': 'The real answer was 403 Forbidden (MissingAuthenticationTokenException); CORS hides it',
    '/hidden-500':
      'The real answer was 500 Internal Server Error (InternalServerErrorException); CORS hides it',
    '/hidden-504': 'The real answer was 504 Gateway Timeout (InternalServerErrorException); CORS hides it',
  };
  const api = `http://127.0.0.1:${site.ports.api}`;
  await callAll(
    inspector.page,
    Object.keys(answers).map((path) => ({ url: `${api}${path}` })),
  );
  for (const [path, words] of Object.entries(answers)) {
    const row = panel.getByTestId('exchange').filter({ hasText: path });
    await expect(row).toContainText(words);
    await row.click();
    await expect(panel.getByTestId('verdict')).toContainText(words);
    await expect(panel.getByTestId('finding').first()).toContainText('x-amzn-requestid');
  }
});

interface Exported {
  readonly pages: readonly { readonly id: string }[];
  readonly entries: readonly object[];
}

/** What DevTools would export now. */
const exported = ({ devtoolsPage }: Inspector): Promise<Exported> =>
  devtoolsPage.evaluate(
    () =>
      new Promise<Exported>((told) => {
        chrome.devtools.network.getHAR((log) => told(JSON.parse(JSON.stringify(log))));
      }),
  );

test('these causes in a HAR that Chromium itself wrote', async ({ site, inspector }) => {
  const { page } = inspector;
  const { ports } = site;
  const api = `http://127.0.0.1:${ports.api}`;
  const panel = await inspector.openPanel();
  const visits: readonly (readonly [string, readonly Call[]])[] = [
    [
      `http://localhost:${ports.page}/`,
      [
        { url: 'http://nowhere.invalid/dns' },
        { url: `http://127.0.0.1:${ports.closed}/refused` },
        { url: `https://127.0.0.1:${ports.api}/tls` },
        { url: `${api}/blocked-by-extension` },
      ],
    ],
    [`http://localhost:${ports.page}/csp`, [{ url: `${api}/by-csp`, as: 'xhr' }]],
    [
      `https://localhost:${ports.securePage}/`,
      [
        { url: `http://api.test:${ports.api}/mixed` },
        { url: `http://api.test:${ports.api}/pre-mixed`, init: preflighted },
      ],
    ],
  ];
  const shown: Exported['pages'][number][] = [];
  const entries: object[] = [];
  for (const [url, calls] of visits) {
    await page.goto(url);
    await callAll(page, calls);
    const wanted = calls.map((call) => new URL(call.url).pathname);
    await expect
      .poll(async () => {
        const all = JSON.stringify((await exported(inspector)).entries);
        return wanted.filter((path) => !all.includes(path));
      })
      .toEqual([]);
    const log = await exported(inspector);
    shown.push(...log.pages);
    entries.push(...log.entries);
  }
  const log = { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: shown, entries };
  await panel.getByTestId('har-file').setInputFiles({
    name: 'these.har',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ log })),
  });
  await expect(panel.getByTestId('notice').filter({ hasText: 'these.har' })).toBeVisible();
  await expectCauses(panel, {
    '/dns': 'dns-failure',
    '/refused': 'connection-refused',
    '/tls': 'tls-failure',
    '/blocked-by-extension': 'blocked-by-extension',
    '/by-csp': 'csp',
    '/mixed': 'mixed-content',
    '/pre-mixed': 'mixed-content',
  });
});

test('deep capture has the browser’s own word for them', async ({ site, inspector }) => {
  const { page } = inspector;
  const { ports } = site;
  const api = `http://127.0.0.1:${ports.api}`;
  const panel = await inspector.openPanel();
  await panel.getByTestId('deep').click();
  await panel.getByTestId('continue-deep').click();
  await expect(panel.getByTestId('capture')).toHaveText('Deep capture');

  await callAll(page, [{ url: 'ftp://nowhere.invalid/by-ftp' }, { url: 'app://nowhere.invalid/by-app' }]);
  await expectCauses(panel, { '/by-ftp': 'reason-code', '/by-app': 'reason-code' });
  await expect(panel.getByTestId('verdict')).toContainText('CorsDisabledScheme');

  await page.goto(`https://localhost:${ports.securePage}/`);
  await callAll(page, [
    { url: `http://api.test:${ports.api}/mixed` },
    { url: `http://api.test:${ports.api}/pre-mixed`, init: preflighted },
    { url: `http://api.test:${ports.api}/xhr-mixed`, as: 'xhr' },
  ]);
  await expectCauses(panel, {
    '/mixed': 'mixed-content',
    '/pre-mixed': 'mixed-content',
    '/xhr-mixed': 'mixed-content',
  });

  await page.goto(`http://localhost:${ports.page}/csp`);
  await callAll(page, [{ url: `${api}/by-csp` }, { url: `${api}/xhr-by-csp`, as: 'xhr' }]);
  await expectCauses(panel, { '/by-csp': 'csp', '/xhr-by-csp': 'csp' });
});
