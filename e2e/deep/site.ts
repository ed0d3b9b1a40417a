/**
 * A page with everything that can make a request (frames of its own and of another site, workers of each kind), and an
 * API on another origin that counts preflights. The other site is the same server by its address: browsers put it in
 * another process.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DeepSite {
  /** A page that makes no call by itself. */
  readonly origin: string;
  readonly api: string;
  /** Preflights that the API got for a path. */
  readonly preflights: (path: string) => number;
  /** Lets the API answer what was asked of paths that begin with `slow`. */
  readonly release: () => void;
  /** The path was asked for, beyond its preflight. */
  readonly asked: (path: string) => boolean;
  close(): Promise<void>;
}

/** What makes the call, and the name of its call's path. */
export const kinds = {
  page: 'page',
  'same-process': 'page',
  'cross-process': 'page',
  dedicated: 'worker',
  nested: 'worker',
  shared: 'shared-worker',
  service: 'service-worker',
} as const;

const script = (body: string): readonly [string, string] => ['text/javascript', body];
const html = (body: string): readonly [string, string] => [
  'text/html',
  `<!doctype html><title>Deep</title>${body}`,
];

/** One call that passes and one that its preflight refuses. */
const calls = (api: string, kind: string) => `
for (const path of ['${kind}', '${kind}-refused'])
  fetch('${api}/' + path, { method: 'PUT', headers: { 'x-kind': '${kind}' } }).catch(() => undefined);`;

function files(api: string, elsewhere: string): Readonly<Record<string, readonly [string, string]>> {
  return {
    '/': html(''),
    '/all': html(`<iframe src="/frame"></iframe><iframe src="${elsewhere}/elsewhere"></iframe>
<script src="/all.js"></script>`),
    '/all.js': script(`${calls(api, 'page')}
new Worker('/dedicated.js');
const shared = new SharedWorker('/shared.js');
globalThis.callShared = () => shared.port.postMessage('call');
navigator.serviceWorker.register('/service.js').then(() => navigator.serviceWorker.ready)
  .then((registration) => registration.active.postMessage('call'));`),
    '/frame': html(`<script>${calls(api, 'same-process')}</script>`),
    '/elsewhere': html(`<script>${calls(api, 'cross-process')}</script>`),
    '/dedicated.js': script(`${calls(api, 'dedicated')}\nnew Worker('/nested.js');`),
    '/nested.js': script(calls(api, 'nested')),
    '/shared.js': script(`onconnect = ({ ports: [port] }) => {
  port.onmessage = () => {${calls(api, 'shared')}};
};`),
    '/service.js': script(`oninstall = () => skipWaiting();
onmessage = (event) => event.waitUntil((async () => {${calls(api, 'service')}})());`),
    '/stack.js': script(`function load() {
  return fetch('${api}/stack', { method: 'PUT', headers: { 'x-kind': 'a' } }).catch(() => undefined);
}
globalThis.start = () => load();`),
    '/policy': html(`<meta http-equiv="content-security-policy" content="connect-src 'self'">`),
    '/stack': html('<script src="/stack.js"></script>'),
  };
}

export async function startDeepSite(): Promise<DeepSite> {
  const preflights = new Map<string, number>();
  const asked = new Set<string>();
  const held: ServerResponse[] = [];
  const api = await listening((method, path, response) => {
    if (method === 'OPTIONS') preflights.set(path, (preflights.get(path) ?? 0) + 1);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-methods', 'PUT');
    response.setHeader('access-control-max-age', '600');
    if (!path.endsWith('-refused')) response.setHeader('access-control-allow-headers', 'x-kind');
    if (method !== 'OPTIONS') asked.add(path);
    if (method !== 'OPTIONS' && path.startsWith('/slow')) held.push(response);
    else response.end();
  });
  const page = await listening((_method, path, response) => {
    const [type, body] =
      files(`http://localhost:${portOf(api)}`, `http://127.0.0.1:${portOf(page)}`)[path] ?? [];
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', type ?? 'text/plain');
    response.end(body);
  });
  return {
    origin: `http://localhost:${portOf(page)}`,
    api: `http://localhost:${portOf(api)}`,
    release: () => {
      for (const response of held.splice(0)) response.end();
    },
    asked: (path) => asked.has(path),
    preflights: (path) => preflights.get(path) ?? 0,
    close: async () => {
      await Promise.all(
        [page, api].map(
          (server) =>
            new Promise((closed) => {
              server.close(closed);
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

function listening(
  answer: (method: string, path: string, response: ServerResponse) => void,
): Promise<Server> {
  return new Promise((ready) => {
    const server: Server = createServer((request, response) => {
      answer(request.method ?? '', request.url ?? '', response);
    });
    server.listen(0, () => ready(server));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
