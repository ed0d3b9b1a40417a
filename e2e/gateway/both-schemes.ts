import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { close, listen } from './server.ts';

/** PEM texts of a key and its certificate. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens for http alone, or with a certificate for https on the same port too: two origins that differ by their scheme. */
export async function listenFor(
  server: Server,
  wanted: number,
  certificate?: Certificate,
): Promise<Listening> {
  if (certificate === undefined) return { port: await listen(server, wanted), close: () => close(server) };
  const secure = createSecureServer({ ...certificate }, (request, response) => {
    server.emit('request', request, response);
  });
  const open = new Set<Socket>();
  const both: NetServer = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      // 22 begins every TLS handshake, and no HTTP request. TLS reads what is buffered by itself.
      if (first[0] === 22) secure.emit('connection', socket);
      else {
        server.emit('connection', socket);
        socket.resume();
      }
    });
  });
  return {
    port: await listen(both, wanted),
    close: () =>
      new Promise((done) => {
        both.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}
