/** The demo page's own server, on http://localhost: an origin apart from the emulator's 127.0.0.1. */
import { createServer } from 'node:http';
import { type Certificate, listenFor } from './both-schemes.ts';
import { type PageCall, pageHtml } from './page-html.ts';

export interface PageServer {
  /** `http://localhost:PORT`: what the browser sends as `Origin`. */
  readonly origin: string;
  /** The page shows these calls from now on. `?run=all`, or `?run=ID,ID`, runs them when it loads. */
  show(calls: readonly PageCall[]): void;
  close(): Promise<void>;
}

/** Takes the wanted port, or any where it is taken. With a certificate it answers https there, too. */
export async function startPage(wanted = 3000, certificate?: Certificate): Promise<PageServer> {
  let html = pageHtml([]);
  const server = createServer((request, response) => {
    const found = request.url === '/' || request.url?.startsWith('/?') === true;
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? html : '');
  });
  const listening = await listenFor(server, wanted, certificate).catch(() =>
    listenFor(server, 0, certificate),
  );
  return {
    origin: `http://localhost:${listening.port}`,
    show(calls) {
      html = pageHtml(calls);
    },
    close: listening.close,
  };
}
