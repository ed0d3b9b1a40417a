/** Deep capture in the real panel: through the browser's debugger, with its own words. */
import { resolve } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { Report, ReportedExchange } from '../src/report/index.ts';
import { type DeepSite, kinds, startDeepSite } from './deep/site.ts';
import { accessibilityFaults, test as base, expect, exportedReport, listed } from './fixture.ts';
import { type Inspector, openInspector } from './inspector.ts';

interface Fixtures {
  readonly deepSite: DeepSite;
  /** The panel on a page of the deep site, still in standard capture. */
  readonly deepPanel: { readonly inspector: Inspector; readonly panel: Frame };
}

const test = base.extend<Fixtures>({
  deepSite: async ({ browserName: _browser }, use) => {
    const site = await startDeepSite();
    await use(site);
    await site.close();
  },
  deepPanel: async ({ deepSite }, use) => {
    const errors: string[] = [];
    const inspector = await openInspector({
      extension: resolve('dist/chrome'),
      url: deepSite.origin,
      onError: (text) => errors.push(text),
    });
    await use({ inspector, panel: await inspector.openPanel() });
    await inspector.close();
    expect(errors, 'console errors of the extension').toEqual([]);
  },
});

async function switchOn(panel: Frame): Promise<void> {
  await panel.getByTestId('deep').click();
  await panel.getByTestId('continue-deep').click();
  await expect(panel.getByTestId('capture')).toHaveText('Deep capture');
}

/** Whether the extension's debugger is on the site's shared worker. */
const hasSharedWorker = (inspector: Inspector): Promise<boolean> =>
  inspector.devtoolsPage.evaluate(async () => {
    const targets = await chrome.debugger.getTargets();
    const worker = targets.find(({ url }) => url.endsWith('/shared.js'));
    return chrome.debugger.sendCommand({ targetId: worker?.id ?? '' }, 'Network.enable').then(
      () => true,
      () => false,
    );
  });

/** Closes DevTools and opens it again; the debugger must have left the page in between. */
async function reopen(inspector: Inspector): Promise<readonly [Inspector, Frame]> {
  const beside = await inspector.page.context().newPage();
  await beside.goto(inspector.devtoolsPage.url().replace(/src.*/, 'src/extension/access.html'));
  const wasOn = await isAttached(inspector, beside);
  await inspector.closeDevtools();
  await expect.poll(() => isAttached(inspector, beside)).toBe(false);
  await beside.close();
  const again = await inspector.reopenDevtools();
  const panel = await again.openPanel();
  await expect(panel.getByTestId('capture')).toHaveText(wasOn ? 'Deep capture' : 'Standard capture');
  return [again, panel];
}

const reportOf = async (inspector: Inspector, panel: Frame): Promise<Report> =>
  JSON.parse(await exportedReport(inspector, panel));

const pathOf = (exchange: ReportedExchange): string => new URL(exchange.request.url).pathname.slice(1);

const put = (url: string): Promise<Response | undefined> =>
  fetch(url, { method: 'PUT', headers: { 'x-kind': 'a' } }).catch(() => undefined);

/** Begins a call and does not wait for it. */
const start = (inspector: Inspector, url: string): Promise<void> =>
  inspector.page.evaluate((call) => {
    fetch(call, { method: 'PUT', headers: { 'x-kind': 'a' } }).catch(() => undefined);
  }, url);

async function crash(inspector: Inspector): Promise<void> {
  const crashed = inspector.page.waitForEvent('crash');
  inspector.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
}

/** Whether the extension's debugger is on the page: only then may any of its pages command it. */
const isAttached = async (
  inspector: Inspector,
  from: Frame | Page = inspector.devtoolsPage,
): Promise<boolean> =>
  from.evaluate(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      return chrome.debugger.sendCommand({ tabId: tab?.id ?? 0 }, 'Page.getFrameTree').then(
        () => true,
        () => false,
      );
    },
    `${inspector.page.url().replace(/:\d+/, '')}*`,
  );

test('it is explained by keyboard, switched on, and is remembered when DevTools opens again', async ({
  deepPanel: { inspector, panel },
}) => {
  await panel.getByTestId('deep').focus();
  await panel.page().keyboard.press('Space');
  await expect(panel.getByTestId('continue-deep')).toBeFocused();
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.page().keyboard.press('Escape');
  await expect(panel.getByTestId('deep-explanation')).toHaveCount(0);
  await expect(panel.getByTestId('deep')).toBeFocused();
  await expect(panel.getByTestId('capture')).toHaveText('Standard capture');
  await switchOn(panel);
  await expect(panel.getByTestId('deep')).toBeChecked();
  expect(await accessibilityFaults(panel)).toEqual([]);

  const [again, anew] = await reopen(inspector);
  await expect(anew.getByTestId('capture')).toHaveText('Deep capture');
  await anew.getByTestId('deep').click();
  await expect(anew.getByTestId('capture')).toHaveText('Standard capture');
  const [, last] = await reopen(again);
  await expect(last.getByTestId('deep')).not.toBeChecked();
});

test('every kind of target yields its calls with their preflights, the browser’s code and its name', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await switchOn(panel);
  await inspector.page.goto(`${deepSite.origin}/all`);
  // What a shared worker sends before the debugger reached it is told to nobody.
  await expect.poll(() => hasSharedWorker(inspector)).toBe(true);
  await inspector.page.evaluate(() => Reflect.get(globalThis, 'callShared')());
  await expect(panel.getByTestId('exchange')).toHaveCount(Object.keys(kinds).length * 2);
  await expect(panel.locator('[data-standing="pending"]')).toHaveCount(0);
  const report = await reportOf(inspector, panel);
  const found = new Map(report.exchanges.map((exchange) => [pathOf(exchange), exchange]));
  for (const [kind, requester] of Object.entries(kinds)) {
    expect.soft(found.get(kind), kind).toMatchObject({
      requester,
      preflight: 'sent',
      reported: null,
      disagreement: null,
      verdict: { outcome: 'allowed' },
      hops: [
        {
          preflight: { response: { status: 200 } },
          actual: { request: { headersKnown: true }, response: { status: 200 } },
        },
      ],
    });
    expect.soft(found.get(`${kind}-refused`), kind).toMatchObject({
      requester,
      preflight: 'sent',
      hops: [{ preflight: { response: { status: 200 } } }],
      reported: { code: 'HeaderDisallowedByPreflightResponse', known: true, parameter: 'x-kind' },
      disagreement: null,
      verdict: { outcome: 'blocked', code: 'HeaderDisallowedByPreflightResponse', parameter: 'x-kind' },
    });
  }
  await panel.getByTestId('exchange').filter({ hasText: 'shared-refused' }).click();
  await expect(panel.getByTestId('verdict')).toContainText('HeaderDisallowedByPreflightResponse');
  await expect(panel.getByTestId('browser-word')).toHaveText('The browser gives the same code.');
  await expect(panel.getByTestId('detail')).toContainText('a shared worker');
});

test('the call’s stack names the line, and the link opens it in Sources', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await switchOn(panel);
  await inspector.page.goto(`${deepSite.origin}/stack`);
  await inspector.page.evaluate(() => Reflect.get(globalThis, 'start')());
  await panel.getByTestId('exchange').click();
  await expect(panel.getByTestId('call')).toContainText('Called from stack.js:2 in load');
  await panel.getByTestId('frame').first().click();
  await expect(inspector.devtools.getByRole('tab', { name: 'stack.js' })).toBeVisible();
});

test('disable cache makes the browser ask again before it sends', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await panel.getByTestId('disable-cache').press('Space');
  await expect(panel.getByTestId('deep-explanation')).toContainText('Disable cache');
  await panel.getByTestId('continue-deep').click();
  await expect(panel.getByTestId('capture')).toHaveText('Deep capture');
  const call = `${deepSite.api}/cached`;
  await inspector.page.evaluate(put, call);
  await inspector.page.evaluate(put, call);
  expect(deepSite.preflights('/cached')).toBe(1);
  await panel.getByTestId('disable-cache').click();
  await expect(panel.getByTestId('disable-cache')).toBeChecked();
  await inspector.page.evaluate(put, call);
  expect(deepSite.preflights('/cached')).toBe(2);
  await panel.getByTestId('disable-cache').click();
  await expect(panel.getByTestId('disable-cache')).not.toBeChecked();
  await inspector.page.evaluate(put, call);
  await expect(panel.getByTestId('exchange')).toHaveCount(4);
  expect(deepSite.preflights('/cached')).toBe(2);
});

test('at a page that may not be debugged it falls back, says why, and goes on when asked', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await switchOn(panel);
  await inspector.page.goto('chrome://version');
  await expect(panel.getByTestId('deep-notice')).toContainText('took this page away from debuggers');
  await expect(panel.getByTestId('capture')).toHaveText('Standard capture');
  await panel.getByTestId('deep-again').click();
  await expect(panel.getByTestId('deep-notice')).toContainText('lets no extension debug this page');
  await inspector.page.goto(deepSite.origin);
  await inspector.page.evaluate(put, `${deepSite.api}/standard`);
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await panel.getByTestId('deep-again').click();
  await expect(panel.getByTestId('capture')).toHaveText('Deep capture');
  await expect(panel.getByTestId('deep-notice')).toHaveCount(0);
  await inspector.page.evaluate(put, `${deepSite.api}/deep`);
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const { source, exchanges } = await reportOf(inspector, panel);
  expect(exchanges.map((each) => [pathOf(each), each.source])).toEqual([
    ['standard', 'webRequest'],
    ['deep', 'debugger'],
  ]);
  expect(source.kind).toBe('webRequest');
});

test('what the page’s own policy stopped has that as its certain cause, once', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await switchOn(panel);
  await inspector.page.goto(`${deepSite.origin}/policy`);
  await inspector.page.evaluate(put, `${deepSite.api}/by-fetch`);
  await inspector.page.evaluate(
    (url) =>
      new Promise((ended) => {
        const call = new XMLHttpRequest();
        call.onerror = ended;
        call.open('GET', url);
        call.send();
      }),
    `${deepSite.api}/by-xhr`,
  );
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const { exchanges } = await reportOf(inspector, panel);
  expect(
    exchanges.map((each) => [pathOf(each), each.verdict.outcome, each.findings[0]?.rule]).sort(),
  ).toEqual([
    ['by-fetch', 'network-error', 'csp'],
    ['by-xhr', 'network-error', 'csp'],
  ]);
  for (const { origin, findings } of exchanges) {
    expect(origin).toBe(deepSite.origin);
    expect(findings[0]?.confidence).toBe('certain');
  }
});

test('a navigation clears the list unless the log is kept', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  await switchOn(panel);
  await inspector.page.evaluate(put, `${deepSite.api}/first`);
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await inspector.page.goto(`${deepSite.origin}/stack`);
  await expect(panel.getByTestId('exchange')).toHaveCount(0);
  await inspector.page.evaluate(put, `${deepSite.api}/second`);
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await panel.getByTestId('keep-log').check();
  await inspector.page.goto(deepSite.origin);
  await inspector.page.evaluate(put, `${deepSite.api}/third`);
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
});

test('a switch loses nothing that is under way, and doubles nothing', async ({
  deepSite,
  deepPanel: { inspector, panel },
}) => {
  for (const round of ['on', 'off']) {
    await start(inspector, `${deepSite.api}/slow-${round}`);
    await expect.poll(() => deepSite.asked(`/slow-${round}`)).toBe(true);
    await panel.getByTestId('deep').click();
    const explained = panel.getByTestId('continue-deep');
    if (round === 'on') await explained.click();
    await expect(panel.getByTestId('capture')).toHaveText(
      round === 'on' ? 'Deep capture' : 'Standard capture',
    );
    await inspector.page.evaluate(put, `${deepSite.api}/${round}`);
    await expect(panel.locator('[data-standing="pending"]')).toHaveCount(1);
    deepSite.release();
    await expect(panel.locator('[data-standing="pending"]')).toHaveCount(0);
  }
  const { exchanges } = await reportOf(inspector, panel);
  expect(exchanges.map((each) => [pathOf(each), each.source, each.preflight, each.verdict.outcome])).toEqual([
    ['slow-on', 'webRequest', 'sent', 'allowed'],
    ['on', 'debugger', 'sent', 'allowed'],
    ['slow-off', 'debugger', 'sent', 'allowed'],
    ['off', 'webRequest', 'sent', 'allowed'],
  ]);
  await expect.poll(() => isAttached(inspector)).toBe(false);
});

for (const [how, leave, told] of [
  [
    'takes the tab away',
    (inspector: Inspector) => inspector.page.goto('chrome://version'),
    { unfinished: true, error: null, verdict: { outcome: 'pending' } },
  ],
  ['crashes', crash, { unfinished: false, error: 'net::ERR_ABORTED', verdict: { outcome: 'network-error' } }],
] as const) {
  test(`nothing stays under way when the page ${how}`, async ({
    deepSite,
    deepPanel: { inspector, panel },
  }) => {
    await switchOn(panel);
    await panel.getByTestId('keep-log').check();
    await start(inspector, `${deepSite.api}/slow`);
    await expect.poll(() => deepSite.asked('/slow')).toBe(true);
    await expect(panel.locator('[data-standing="pending"]')).toHaveCount(1);
    await leave(inspector);
    await expect(panel.locator('[data-standing="pending"]')).toHaveCount(0);
    expect((await reportOf(inspector, panel)).exchanges).toMatchObject([told]);
    await panel.getByTestId('exchange').click();
    await expect(panel.getByTestId('verdict')).toContainText(
      told.unfinished ? 'End not seen' : 'Not a CORS error',
    );
  });
}

test('another extension’s debugger on the same tab takes nothing away', async ({ deepSite }) => {
  const inspector = await openInspector({
    extension: resolve('dist/chrome'),
    beside: [resolve('e2e/deep/beside')],
    url: deepSite.origin,
  });
  try {
    await inspector.page.waitForFunction(() => Reflect.get(globalThis, 'attachedByAnother') === true);
    const panel = await inspector.openPanel();
    await switchOn(panel);
    await inspector.page.evaluate(put, `${deepSite.api}/page-refused`);
    await expect(panel.getByTestId('exchange')).toHaveCount(1);
    const { exchanges } = await reportOf(inspector, panel);
    expect(exchanges).toMatchObject([
      { source: 'debugger', reported: { code: 'HeaderDisallowedByPreflightResponse' } },
    ]);
  } finally {
    await inspector.close();
  }
});

test('a tab that another DevTools window has is left to it, and the notice says so', async ({
  deepPanel: { inspector, panel },
}) => {
  await inspector.devtoolsPage.evaluate(() => {
    const name = `debugger of tab ${chrome.devtools.inspectedWindow.tabId}`;
    return new Promise<void>((held) => {
      navigator.locks.request(name, () => {
        held();
        return new Promise(() => undefined);
      });
    });
  });
  await panel.getByTestId('deep').click();
  await panel.getByTestId('continue-deep').click();
  await expect(panel.getByTestId('deep-notice')).toContainText('already being debugged by this extension');
  await expect(panel.getByTestId('capture')).toHaveText('Standard capture');
});

test('every scenario has the same root cause first as in standard capture, and the browser never disagrees', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await switchOn(panel);
  await inspector.page.goto(`${site.origin}/?run=all`);
  await listed(panel, site.scenarios.length);
  await inspector.page.waitForLoadState('networkidle');
  await expect(panel.getByTestId('pill-pending')).toHaveText(/\D0$/);
  await expect(panel.getByTestId('disagreements')).toHaveCount(0);
  const report = await reportOf(inspector, panel);
  const found = new Map(report.exchanges.map((each) => [new URL(each.request.url).origin, each]));
  for (const scenario of site.scenarios) {
    const exchange = found.get(new URL(site.gateway.base(scenario.id)).origin);
    expect.soft(exchange?.findings[0]?.rule ?? 'none', scenario.id).toBe(scenario.expectedRule ?? 'none');
    expect.soft(exchange?.disagreement, scenario.id).toBeNull();
    expect
      .soft(exchange?.reported?.code ?? null, scenario.id)
      .toBe(exchange?.verdict.outcome === 'blocked' ? exchange.verdict.code : null);
  }
});
