/**
 * The gateway emulator: real HTTP servers on 127.0.0.1, one port per API, that answer as the gateway model says. One
 * port each, because the product tells APIs on custom hosts apart by their origin.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Server as NetServer } from 'node:net';
import {
  answer,
  type GatewayAnswer,
  type GatewayConfiguration,
  type GatewayRequest,
} from '../../src/gateway/index.ts';
import { answerInvoked, type Code } from './invoked.ts';

/** One API being served. */
export interface ServedApi {
  /** What the browser calls, without slash: `http://HOST:PORT`, where the host leads the browser to 127.0.0.1. */
  readonly base: string;
  /** The same server for clients that resolve no made-up host: `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Replaces the configuration, as a deployment would, and what stands before it where one is given. */
  deploy(configuration: GatewayConfiguration, front?: Front): void;
  /** Replaces the configuration, with running code behind its Lambda routes and nothing before it. */
  deployCode(configuration: GatewayConfiguration, code: Code): void;
  close(): Promise<void>;
}

/**
 * What stands before a gateway, such as a CDN: it may ask the gateway, answer by itself, or change what comes back.
 * Stateful where it caches: make a new one for each gateway that is started.
 */
export type Front = (
  request: GatewayRequest,
  gateway: (request: GatewayRequest) => GatewayAnswer,
) => GatewayAnswer;

/** How an API is served besides its configuration. */
export interface Serving {
  /** 127.0.0.1 by default. Browsers find those of `awsHosts` there. */
  readonly host?: string;
  readonly front?: Front;
}

/** Several APIs under the names that they were given. */
export interface Gateway {
  readonly apis: ReadonlyMap<string, ServedApi>;
  /** The base of a named API; throws where there is none, because that is a mistake in a test. */
  base(name: string): string;
  address(name: string): string;
  deploy(name: string, configuration: GatewayConfiguration, front?: Front): void;
  deployCode(name: string, configuration: GatewayConfiguration, code: Code): void;
  close(): Promise<void>;
}

/** Serves each configuration on a free port of its own. */
export async function startGateway(
  configurations: Readonly<Record<string, GatewayConfiguration>>,
  servings: Readonly<Record<string, Serving>> = {},
): Promise<Gateway> {
  const apis = new Map<string, ServedApi>();
  for (const [name, configuration] of Object.entries(configurations))
    apis.set(name, await serveApi(configuration, servings[name] ?? {}));
  const api = (name: string): ServedApi => {
    const found = apis.get(name);
    if (found === undefined) throw new Error(`the emulator serves no API named ${name}`);
    return found;
  };
  return {
    apis,
    base: (name) => api(name).base,
    address: (name) => api(name).address,
    deploy: (name, configuration, front) => api(name).deploy(configuration, front),
    deployCode: (name, configuration, code) => api(name).deployCode(configuration, code),
    close: async () => {
      await Promise.all([...apis.values()].map((own) => own.close()));
    },
  };
}

const open: Front = (request, gateway) => gateway(request);

async function serveApi(
  configuration: GatewayConfiguration,
  { host = '127.0.0.1', front = open }: Serving,
): Promise<ServedApi> {
  let current = configuration;
  let before = front;
  let running: Code | null = null;
  const answered = (request: GatewayRequest, body: string): GatewayAnswer | Promise<GatewayAnswer> =>
    running === null
      ? before(request, (asked) => answer(current, asked))
      : answerInvoked(current, request, body, running);
  const server = createServer((request, response) => {
    // The model decides by the head alone; the body is for running code.
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', async () =>
      write(response, request.method ?? 'GET', await answered(requestOf(request), body)),
    );
  });
  const port = await listen(server, 0);
  return {
    base: `http://${host}:${port}`,
    address: `http://127.0.0.1:${port}`,
    deploy(next, nextFront) {
      current = next;
      before = nextFront ?? before;
      running = null;
    },
    deployCode(next, code) {
      current = next;
      running = code;
    },
    close: () => close(server),
  };
}

function requestOf(request: IncomingMessage): GatewayRequest {
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  );
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers };
}

/** Header lines go out as the model has them, duplicates, case and order included. */
function write(response: ServerResponse, method: string, { status, headers, body }: GatewayAnswer): void {
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  const length = bodiless ? [] : ['content-length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...headers.flat(), ...length]);
  response.end(bodiless ? undefined : body);
}

/** Listens on 127.0.0.1 and returns the port; `0` asks for any. */
export function listen(server: NetServer, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      if (address === null || typeof address === 'string') failed(new Error('the server has no port'));
      else done(address.port);
    });
  });
}

/** Ends the server and the connections that a browser keeps open. */
export function close(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    server.close((error) => (error ? failed(error) : done()));
    server.closeAllConnections();
  });
}
