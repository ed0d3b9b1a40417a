/**
 * The gateway emulator: real HTTP servers on 127.0.0.1, one port per API, that answer as the gateway model says. One
 * port each, because the product tells APIs on custom hosts apart by their origin.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answer, type GatewayConfiguration, type GatewayRequest } from '../../src/gateway/index.ts';

/** One API being served. */
export interface ServedApi {
  /** `http://127.0.0.1:PORT`, without slash. */
  readonly base: string;
  /** Replaces the configuration, as a deployment would. */
  deploy(configuration: GatewayConfiguration): void;
  close(): Promise<void>;
}

/** Several APIs under the names that they were given. */
export interface Gateway {
  readonly apis: ReadonlyMap<string, ServedApi>;
  /** The base of a named API; throws where there is none, because that is a mistake in a test. */
  base(name: string): string;
  deploy(name: string, configuration: GatewayConfiguration): void;
  close(): Promise<void>;
}

/** Serves each configuration on a free port of its own. */
export async function startGateway(
  configurations: Readonly<Record<string, GatewayConfiguration>>,
): Promise<Gateway> {
  const apis = new Map<string, ServedApi>();
  for (const [name, configuration] of Object.entries(configurations))
    apis.set(name, await serveApi(configuration));
  const api = (name: string): ServedApi => {
    const found = apis.get(name);
    if (found === undefined) throw new Error(`the emulator serves no API named ${name}`);
    return found;
  };
  return {
    apis,
    base: (name) => api(name).base,
    deploy: (name, configuration) => api(name).deploy(configuration),
    close: async () => {
      await Promise.all([...apis.values()].map((own) => own.close()));
    },
  };
}

async function serveApi(configuration: GatewayConfiguration): Promise<ServedApi> {
  let current = configuration;
  const server = createServer((request, response) => {
    // The model decides by the head alone; the body is read to its end so that the connection stays usable.
    request.resume();
    request.on('end', () => write(response, request.method ?? 'GET', current, requestOf(request)));
  });
  const port = await listen(server, 0);
  return {
    base: `http://127.0.0.1:${port}`,
    deploy(next) {
      current = next;
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
function write(
  response: ServerResponse,
  method: string,
  configuration: GatewayConfiguration,
  request: GatewayRequest,
): void {
  const { status, headers, body } = answer(configuration, request);
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  const length = bodiless ? [] : ['content-length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...headers.flat(), ...length]);
  response.end(bodiless ? undefined : body);
}

/** Listens on 127.0.0.1 and returns the port; `0` asks for any. */
export function listen(server: Server, port: number): Promise<number> {
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
