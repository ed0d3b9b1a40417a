/** The demo page's own server, on http://localhost: an origin apart from the emulator's 127.0.0.1. */
import { createServer } from 'node:http';
import { type PageCall, pageHtml } from './page-html.ts';
import { close, listen } from './server.ts';

export interface PageServer {
  /** `http://localhost:PORT`: what the browser sends as `Origin`. */
  readonly origin: string;
  /** The page shows these calls from now on. `?run=all`, or `?run=ID,ID`, runs them when it loads. */
  show(calls: readonly PageCall[]): void;
  close(): Promise<void>;
}

/** Takes the wanted port, or any where it is taken. */
export async function startPage(wanted = 3000): Promise<PageServer> {
  let html = pageHtml([]);
  const server = createServer((request, response) => {
    const found = request.url === '/' || request.url?.startsWith('/?') === true;
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? html : '');
  });
  const port = await listen(server, wanted).catch(() => listen(server, 0));
  return {
    origin: `http://localhost:${port}`,
    show(calls) {
      html = pageHtml(calls);
    },
    close: () => close(server),
  };
}
