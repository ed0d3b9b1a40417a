/** A page and an API on local ports whose calls fail for every reason but CORS, and some that CORS hides. */
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
/** Made for these tests; nothing trusts it but a browser that is told to. */
const tls = { key: read('./localhost.key'), cert: read('./localhost.pem') };

const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

const worker = `
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (pathname === '/worker-answers') event.respondWith(new Response('made up', { status: 503 }));
  if (pathname === '/worker-throws') event.respondWith(Promise.reject(new Error('fails')));
  if (pathname === '/worker-opaque') event.respondWith(fetch(origin + '/ok', { mode: 'no-cors' }));
});`;

function servePage({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (url === '/worker.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html',
    ...(url === '/csp' ? { 'content-security-policy': "connect-src 'self'" } : {}),
    ...(url === '/coep' ? { 'cross-origin-embedder-policy': 'require-corp' } : {}),
  });
  response.end('<link rel="icon" href="data:,"><h1>A page</h1>');
}

/** REST APIs' own errors: status, error name; no CORS header. */
const hidden: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['/hidden-403', [403, 'MissingAuthenticationTokenException']],
  ['/hidden-500', [500, 'InternalServerErrorException']],
  ['/hidden-504', [504, 'InternalServerErrorException']],
]);

function serveApi(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const error = hidden.get(path);
  if (error !== undefined && request.method !== 'OPTIONS') {
    response.writeHead(error[0], {
      'x-amzn-requestid': '0f0f0f0f-0000-4000-8000-000000000000',
      'x-amz-apigw-id': 'AAAAAAAAAAAAAAA=',
      'x-amzn-errortype': error[1],
    });
    response.end('{}');
    return;
  }
  if (path === '/empty') request.socket.destroy();
  else if (path === '/reset') request.socket.resetAndDestroy();
  else if (path === '/hangs' || path === '/also-hanging') return;
  else if (path === '/bad-chunk')
    request.socket.end(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    );
  else if (path === '/corp') response.writeHead(200, { 'cross-origin-resource-policy': 'same-origin' }).end();
  else if (path === '/orb')
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' })
      .end('{}');
  else if (path === '/loop') response.writeHead(302, { ...allowed, location: '/loop' }).end();
  else if (path === '/sts')
    response.writeHead(200, { ...allowed, 'strict-transport-security': 'max-age=1000' }).end();
  else if (path === '/other-origin')
    response.writeHead(200, { 'access-control-allow-origin': 'https://app.example' }).end();
  else response.writeHead(200, allowed).end('ok');
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

export async function startNotCorsSite() {
  const servers = [
    createServer(servePage),
    createServer(servePage),
    createTlsServer(tls, servePage),
    createServer(serveApi),
    createTlsServer(tls, serveApi),
    createServer(),
  ] as const;
  const [page, publicPage, securePage, api, secureApi, closed] = servers;
  const ports = {
    page: await listen(page),
    publicPage: await listen(publicPage),
    securePage: await listen(securePage),
    api: await listen(api),
    secureApi: await listen(secureApi),
    closed: await listen(closed),
  };
  closed.close();
  const spki = createPublicKey(tls.cert).export({ type: 'spki', format: 'der' });
  return {
    ports,
    /** Chromium then trusts our certificate, finds our names, and takes one page for one of the public web. */
    flags: [
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`,
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      `--ip-address-space-overrides=127.0.0.1:${ports.publicPage}=public`,
    ],
    close(): void {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
