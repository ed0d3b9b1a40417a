/** The companion extension that hands over what the product's own listeners tell in Firefox. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { WebSocketServer } from 'ws';
import type { WireEvent } from '../../src/capture/index.ts';
import type { CaptureEvent } from '../../src/extension/capture-event.ts';
import { listen } from '../gateway/server.ts';

export interface Companion {
  /** The unpacked extension. */
  readonly path: string;
  /** Resolves when its listeners stand. */
  readonly ready: Promise<void>;
  /** Everything heard so far once the request to that URL was heard to end; later calls tell what came since. */
  heardUntil(url: string): Promise<readonly WireEvent[]>;
  close(): Promise<void>;
}

/** Version 2 of the manifest: its background never sleeps, and its policy leaves `ws:` alone. */
const manifest = {
  manifest_version: 2,
  name: 'Oracle collector',
  version: '1',
  browser_specific_settings: { gecko: { id: 'oracle-collector@cors-inspector.test' } },
  permissions: ['webRequest', '<all_urls>'],
  background: { scripts: ['collector.js'], persistent: true },
};

export async function startCompanion(): Promise<Companion> {
  const path = mkdtempSync(join(tmpdir(), 'cors-inspector-companion-'));
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const port = await listen(server, 0);
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [resolve('e2e/firefox/collector.ts')],
    outfile: join(path, 'collector.js'),
    bundle: true,
    format: 'iife',
    define: { collectorEndpoint: JSON.stringify(`ws://127.0.0.1:${port}`) },
    logLevel: 'warning',
  });

  let heard: WireEvent[] = [];
  const watched = new Map<string, () => void>();
  const ids = new Map<string, string>();
  const take = (event: WireEvent): void => {
    heard.push(event);
    if (event.type === 'request' && watched.has(event.url)) ids.set(event.id, event.url);
    if (event.type === 'completion' || event.type === 'failure') watched.get(ids.get(event.id) ?? '')?.();
  };
  const ready = new Promise<void>((stand) => {
    sockets.on('connection', (socket) => {
      socket.on('message', (data) => {
        const events: readonly CaptureEvent[] = JSON.parse(String(data));
        stand();
        for (const event of events) if (event.type === 'wire') event.events.forEach(take);
      });
    });
  });
  return {
    path,
    ready,
    heardUntil: (url) =>
      new Promise((resolveHeard) => {
        watched.set(url, () => {
          watched.delete(url);
          const all = heard;
          heard = [];
          resolveHeard(all);
        });
      }),
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      await new Promise((closed) => server.close(closed));
      rmSync(path, { recursive: true, force: true });
    },
  };
}
