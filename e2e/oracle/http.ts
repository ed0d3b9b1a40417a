/** HTTP/1.1 on bare sockets: heads go out byte for byte, also those that Node's own server refuses to write. */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** By lower-case name; the last one wins. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** `drop` closes the connection without an answer. */
export type Handler = (request: HttpRequest) => HttpAnswer | 'drop';

interface Parsed {
  readonly request: HttpRequest;
  readonly rest: string;
}

function parse(text: string): Parsed | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const from = end + 4;
  const until = from + Number(headers.get('content-length') ?? 0);
  if (text.length < until) return null;
  return { request: { method, path, headers, body: text.slice(from, until) }, rest: text.slice(until) };
}

function headOf({ status, headers, body }: HttpAnswer, method: string): string {
  const bodiless = status === 204 || status === 304;
  const length = bodiless ? [] : [`content-length: ${Buffer.byteLength(body, 'latin1')}`];
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} x`, ...lines, ...length].join('\r\n');
  return `${head}\r\n\r\n${bodiless || method === 'HEAD' ? '' : body}`;
}

function serve(socket: Socket, handler: Handler): void {
  let buffered = '';
  socket.setEncoding('latin1');
  socket.setNoDelay(true);
  // A browser that goes away resets its connections.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    buffered += chunk.toString();
    for (let parsed = parse(buffered); parsed !== null; parsed = parse(buffered)) {
      buffered = parsed.rest;
      const answer = handler(parsed.request);
      if (answer === 'drop') {
        socket.destroy();
        return;
      }
      socket.write(headOf(answer, parsed.request.method), 'latin1');
    }
  });
}

export interface SocketServer {
  readonly port: number;
  close(): Promise<void>;
}

const listening = (server: Server, host: string): Promise<AddressInfo | null> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, host, () => {
      const address = server.address();
      done(typeof address === 'string' ? null : address);
    });
  });

/** Listens on a free port of the address; rejects where the machine has no such address. */
export async function startSocketServer(host: string, handler: Handler): Promise<SocketServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, handler);
  });
  const address = await listening(server, host);
  return {
    port: address?.port ?? 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
