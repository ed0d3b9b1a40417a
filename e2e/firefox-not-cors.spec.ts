/** In Firefox too, what looks like CORS and is not gets its true name: its entries tell what `webRequest` does not. */
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFirefox } from './firefox/inspector.ts';
import { firefoxPath } from './firefox/start.ts';
import { startNotCorsSite } from './not-cors/site.ts';

const patience = { timeout: 30_000 };

const trustAnyCertificate = `Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService)
  .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(true), Services.prefs.setCharPref('network.dns.localDomains', 'api.test')`;

const withWorker = `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() =>
  navigator.serviceWorker.controller ?? new Promise((ready) => navigator.serviceWorker.addEventListener('controllerchange', ready))).then(() => 0)`;

test('a service worker, the page’s policy and mixed content in Firefox', async () => {
  const site = await startNotCorsSite();
  const { inPage, inPanel, inChrome, navigate, close } = await openFirefox(
    firefoxPath(),
    resolve('dist/firefox'),
    `http://localhost:${site.ports.page}/`,
  );
  const api = `http://127.0.0.1:${site.ports.api}`;
  const call = (url: string, init = {}) =>
    inPage(`fetch('${url}', ${JSON.stringify(init)}).then((answer) => answer.text()).then(() => 0, () => 0)`);
  const row = (path: string) =>
    `[...document.querySelectorAll('[data-testid="exchange"]')].filter((row) => row.textContent.includes('${path}'))`;
  /** The first finding of the only row of that path. */
  const expectCause = async (path: string, rule: string, title: RegExp): Promise<void> => {
    await expect
      .poll(() => inPanel(`(([row, ...more]) => (row?.click(), row && more.length))(${row(path)})`), patience)
      .toBe(0);
    const finding = `document.querySelector('[data-testid="finding"]')`;
    await expect.poll(() => inPanel(`${finding}?.dataset.rule`), { ...patience, message: path }).toBe(rule);
    await expect.poll(() => inPanel(`${finding}?.textContent`), patience).toMatch(title);
  };
  try {
    await inPage(withWorker);
    await call(`${api}/worker-answers`, { method: 'PUT' });
    await call(`${api}/worker-throws`);
    await call(`${api}/worker-opaque`);
    await call(`${api}/hidden-403`);
    await expectCause('/worker-answers', 'service-worker-answer', /service worker answered \(503\)/);
    await expectCause('/worker-throws', 'service-worker-error', /service worker answered with an error/);
    await expectCause('/worker-opaque', 'service-worker-error', /service worker answered with an error/);
    // The worker lets it pass.
    await expectCause('/hidden-403', 'wrong-url', /The real answer was 403 Forbidden/);

    await navigate(`http://localhost:${site.ports.page}/csp`);
    await call(`${api}/by-csp`);
    await call(`${api}/also-by-csp`, { method: 'PUT' });
    await expectCause('/by-csp', 'csp', /Content Security Policy/);
    await expectCause('/also-by-csp', 'csp', /Content Security Policy/);

    await inChrome(trustAnyCertificate);
    await navigate(`https://localhost:${site.ports.securePage}/`);
    await call(`http://api.test:${site.ports.api}/mixed`);
    await expectCause('/mixed', 'mixed-content', /https page may not call an http URL/);
  } finally {
    await close();
    site.close();
  }
});
