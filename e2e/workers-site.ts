/** A page with a shared and a service worker, and an API that answers as its path says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from './gateway/server.ts';

export interface WorkersSite {
  readonly origin: string;
  readonly api: string;
  close(): Promise<void>;
}

/** Both send a PUT to the URL that they are told. */
const send = `fetch(message.data, { method: 'PUT' }).catch(() => undefined)`;
const scripts: Readonly<Record<string, string>> = {
  '/shared.js': `onconnect = ({ ports: [port] }) => { port.onmessage = (message) => ${send}; };`,
  '/service.js': `onmessage = (message) => message.waitUntil(${send});`,
};

function answerPage({ url }: IncomingMessage, response: ServerResponse): void {
  const script = scripts[url ?? ''];
  response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' });
  response.end(script ?? '<!doctype html><title>Workers</title>');
}

/** `/star`: `*` without any method; others: all that is asked for, and for `/kept` for ten minutes. */
function answerApi({ url, headers }: IncomingMessage, response: ServerResponse): void {
  const star = url === '/star';
  response.writeHead(200, {
    'access-control-allow-origin': star ? '*' : (headers.origin ?? '*'),
    ...(star ? {} : { 'access-control-allow-methods': 'PUT' }),
    ...(url === '/kept' ? { 'access-control-max-age': '600' } : {}),
  });
  response.end('ok');
}

export async function startWorkersSite(): Promise<WorkersSite> {
  const page = createServer(answerPage);
  const api = createServer(answerApi);
  const [pagePort, apiPort] = await Promise.all([listen(page, 0), listen(api, 0)]);
  return {
    origin: `http://localhost:${pagePort}`,
    api: `http://127.0.0.1:${apiPort}`,
    close: async () => {
      await Promise.all([close(page), close(api)]);
    },
  };
}
