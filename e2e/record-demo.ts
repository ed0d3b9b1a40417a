/**
 * Records the panel's demo capture, `src/panel/demo/capture.json`: a page in real Chromium calls two emulated APIs, and the
 * panel exports what it saw as HAR. The emulator's ports give way to the hosts' own https addresses; nothing else is changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { awsHosts } from './gateway/hosts.ts';
import { startPage } from './gateway/page.ts';
import type { PageCall } from './gateway/page-html.ts';
import {
  call,
  http,
  json,
  policy,
  rest,
  restPreflight,
  returning,
  route,
  token,
} from './gateway/scenario-parts.ts';
import { startGateway } from './gateway/server.ts';
import { openInspector } from './inspector.ts';

const wantedPage = 5173;
const page = await startPage(wantedPage);
if (page.origin !== `http://localhost:${wantedPage}`) throw new Error(`port ${wantedPage} is taken`);

const allow = [['access-control-allow-origin', page.origin]] as const;
const any = [['access-control-allow-origin', '*']] as const;
const orders = {
  ...rest(
    [
      route('GET', '/orders'),
      returning('PUT', '/orders/{id}', allow, { authorizer: 'cognito' }),
      route('GET', '/report', { integration: { type: 'lambda-error' } }),
      returning('GET', '/catalog', any),
      returning('GET', '/health', allow),
    ],
    restPreflight(page.origin, { authorizer: 'cognito' }),
  ),
  stage: 'Prod',
};
const profile = http(
  [route('GET', '/profile'), route('PATCH', '/profile')],
  policy([page.origin], { methods: ['GET', 'PATCH'], headers: ['content-type'] }),
);
const gateway = await startGateway(
  { orders, profile },
  { orders: { host: awsHosts['execute-api'] }, profile: { host: awsHosts['execute-api http'] } },
);

const traced = { ...json, 'sentry-trace': '4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1' };
const calls: readonly (readonly [keyof typeof bases, PageCall['call']])[] = [
  ['orders', call('GET', '/Prod/orders')],
  ['orders', call('PUT', '/Prod/orders/42', { headers: { ...json, ...token } })],
  ['orders', call('GET', '/Prod/report')],
  ['orders', call('GET', '/Prod/catalog')],
  ['orders', call('GET', '/Prod/health')],
  ['profile', call('GET', '/profile')],
  ['profile', call('PATCH', '/profile', { headers: traced })],
];
const bases = { orders: gateway.base('orders'), profile: gateway.base('profile') };
page.show(
  calls.map(([api, own], index) => ({
    id: `${index}`,
    title: own.path,
    kind: api === 'orders' ? 'rest' : 'http',
    base: bases[api],
    call: own,
  })),
);

const inspector = await openInspector({ extension: resolve('dist/chrome'), url: page.origin });
const panel = await inspector.openPanel();
await inspector.page.goto(`${page.origin}/?run=all`);
await panel.getByTestId('status-bar').getByText(`${calls.length} / ${calls.length}`).waitFor();
await panel.getByTestId('pill-pending').getByText('0').waitFor();
await panel.getByTestId('export').click();
const download = inspector.devtools.waitForEvent('download');
await panel.getByTestId('export-har').click();
mkdirSync(resolve('src/panel/demo'), { recursive: true });
const har = readFileSync(await (await download).path(), 'utf8');
const named = Object.values(bases).reduce(
  (text, base) =>
    text
      .replaceAll(base, `https://${new URL(base).hostname}`)
      .replaceAll(new URL(base).host, new URL(base).hostname),
  har,
);
writeFileSync(resolve('src/panel/demo/capture.json'), `${JSON.stringify(JSON.parse(named), null, 1)}\n`);
await inspector.close();
await Promise.all([page.close(), gateway.close()]);
console.log(`[demo] ${calls.length} calls recorded`);
