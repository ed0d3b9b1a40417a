/** What tests of the closed loop share: the built command, the page's results, and DevTools' own log. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from './fixture.ts';
import type { Inspector } from './inspector.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The built command. */
export const cli = (...argv: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('dist/cli/cors-inspector.js'), ...argv],
      { maxBuffer: 2 ** 26 },
      (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err }),
    );
  });

/** What the page read, by scenario. */
export async function outcomes({ page }: Inspector): Promise<ReadonlyMap<string, string | null>> {
  await expect(page.locator('body')).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
  return new Map(
    await page
      .locator('output[data-outcome]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-result') ?? '', one.getAttribute('data-outcome')] as const),
      ),
  );
}

export interface Log {
  readonly entries: readonly { readonly request: { readonly url: string } }[];
}

/** The page's whole log as DevTools would save it. */
export const logOf = ({ devtoolsPage }: Inspector): Promise<Log> =>
  devtoolsPage.evaluate(
    () =>
      new Promise((done) => chrome.devtools.network.getHAR((log) => done(JSON.parse(JSON.stringify(log))))),
  );

/** What of a log was asked of the API at that base. */
export function askedOf({ entries, ...log }: Log, base: string): Log {
  const { origin } = new URL(base);
  return { ...log, entries: entries.filter(({ request }) => request.url.startsWith(`${origin}/`)) };
}
