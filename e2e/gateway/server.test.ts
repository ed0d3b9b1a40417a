import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  corsCheck,
  type HeaderLines,
  preflightCheck,
  preflightOwed,
  profiles,
  unsafeRequestHeaderNames,
} from '../../src/cors/index.ts';
import type { GatewayConfiguration } from '../../src/gateway/index.ts';
import { awsHosts } from './hosts.ts';
import { startPage } from './page.ts';
import { rest, returning } from './scenario-parts.ts';
import { configurationsOf, type ScenarioCall, scenariosFor, servingsOf } from './scenarios.ts';
import { type Gateway, startGateway } from './server.ts';
import { startSite } from './site.ts';

interface Received {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body: string;
}

/** Sends a request by hand: fetch would join duplicate headers and lower their case. */
function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<Received> {
  return new Promise((done, failed) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        const raw = response.rawHeaders;
        const lines = raw.flatMap((name, index) =>
          index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
        );
        done({ status: response.statusCode ?? 0, headers: lines, body: text });
      });
    });
    request.on('error', failed);
    request.end(body);
  });
}

/** What a browser does with a call, by the Fetch Standard: the refusal's code, or null where the page reads the answer. */
async function callAsBrowser(base: string, origin: string, call: ScenarioCall): Promise<string | null> {
  const profile = profiles.chromium;
  const { method, credentials } = call;
  const given = Object.entries(call.headers);
  if (preflightOwed({ method, headers: given }, profile)) {
    const unsafeHeaders = unsafeRequestHeaderNames(given, profile);
    const { status, headers } = await send(base + call.path, 'OPTIONS', {
      origin,
      'access-control-request-method': method,
      ...(unsafeHeaders.length > 0 ? { 'access-control-request-headers': unsafeHeaders.join(',') } : {}),
    });
    const refusal = preflightCheck({ origin, credentials, method, unsafeHeaders, status, headers }, profile);
    if (refusal !== null) return refusal.code;
  }
  const { headers } = await send(base + call.path, method, { origin, ...call.headers }, call.body);
  return corsCheck({ origin, credentials, headers })?.code ?? null;
}

const page = 'http://localhost:3000';
const scenarios = scenariosFor(page);

describe.each(['broken', 'mended'] as const)('every %s API', (state) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway(configurationsOf(scenarios, state), servingsOf(scenarios, state));
  });
  afterAll(() => gateway.close());

  it.each(scenarios)('$id: $title', async ({ id, call, passesBroken }) => {
    const code = await callAsBrowser(gateway.address(id), page, call);
    if (state === 'mended' || passesBroken) expect(code).toBeNull();
    else expect(code).not.toBeNull();
  });

  it('has a port of its own', () => {
    expect(new Set([...gateway.apis.values()].map(({ base }) => base)).size).toBe(scenarios.length);
  });
});

describe('the emulator', () => {
  const twice: GatewayConfiguration = rest(
    [
      returning('GET', '/orders', [
        ['Access-Control-Allow-Origin', '*'],
        ['access-control-allow-origin', page],
      ]),
    ],
    null,
  );

  it('sends header lines as they are, duplicates and case included', async () => {
    const gateway = await startGateway({ twice });
    const { headers } = await send(`${gateway.base('twice')}/orders`, 'GET', {});
    await gateway.close();
    expect(headers.filter(([name]) => /^access-control/i.test(name))).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ['access-control-allow-origin', page],
    ]);
  });

  it('answers another way after a deployment, and fetch reads it', async () => {
    const gateway = await startGateway({ api: rest([], null) });
    expect((await fetch(`${gateway.base('api')}/orders`)).status).toBe(403);
    gateway.deploy('api', twice);
    const response = await fetch(`${gateway.base('api')}/orders`, { method: 'GET' });
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('orders');
    await gateway.close();
  });

  it('is called under the host that it is given, and reached without it', async () => {
    const host = awsHosts['function-url'];
    const gateway = await startGateway({ api: rest([], null) }, { api: { host } });
    const { port } = new URL(gateway.address('api'));
    expect(gateway.base('api')).toBe(`http://${host}:${port}`);
    expect((await fetch(gateway.address('api'))).status).toBe(403);
    await gateway.close();
  });

  it('lets what stands before it add to an answer, or answer alone', async () => {
    const gateway = await startGateway(
      { api: twice },
      {
        api: {
          front(request, ask) {
            if (request.path === '/own') return { status: 403, headers: [], body: '', unverified: false };
            const answered = ask(request);
            return { ...answered, headers: [...answered.headers, ['Via', '1.1 a (CloudFront)']] };
          },
        },
      },
    );
    const passed = await fetch(`${gateway.base('api')}/orders`);
    expect([passed.status, passed.headers.get('via')]).toEqual([200, '1.1 a (CloudFront)']);
    expect((await fetch(`${gateway.base('api')}/own`)).headers.get('via')).toBeNull();
    gateway.deploy('api', twice, (request, ask) => ask(request));
    expect((await fetch(`${gateway.base('api')}/orders`)).headers.get('via')).toBeNull();
    await gateway.close();
  });

  it('refuses to name an API that it does not serve', async () => {
    const gateway = await startGateway({});
    expect(() => gateway.base('none')).toThrow('none');
    await gateway.close();
  });
});

describe('the page', () => {
  it('takes another port where the wanted one is taken, and has nothing but itself', async () => {
    const first = await startPage(0);
    const second = await startPage(Number(new URL(first.origin).port));
    expect(second.origin).not.toBe(first.origin);
    const at = (path: string) => fetch(second.origin.replace('localhost', '127.0.0.1') + path);
    expect((await at('/?run=all')).status).toBe(200);
    expect((await at('/favicon.ico')).status).toBe(404);
    await Promise.all([first.close(), second.close()]);
  });

  it('shows markup in a title as text and cannot be left by a script end', async () => {
    const server = await startPage(0);
    const call: ScenarioCall = { method: 'GET', path: '/</script>', headers: {}, credentials: 'omit' };
    server.show([{ id: 'a"b', title: '<img src=x>', kind: 'rest', base: 'http://127.0.0.1:1', call }]);
    const html = await (await fetch(server.origin.replace('localhost', '127.0.0.1'))).text();
    await server.close();
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toContain('<img');
    expect(html).toContain('\\u003c/script>');
    expect(html).toContain('data-scenario="a&quot;b"');
  });
});

describe('the site', () => {
  it('serves every scenario to its own origin and mends one at a time', async () => {
    const site = await startSite(0);
    const { call, id } = site.scenario('rest-no-options');
    const run = () => callAsBrowser(site.gateway.address(id), site.origin, call);
    expect(await run()).toBe('PreflightMissingAllowOriginHeader');
    site.mend(id);
    expect(await run()).toBeNull();
    await site.close();
  });
});
