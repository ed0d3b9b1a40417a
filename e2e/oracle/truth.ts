/** What Chromium itself decides: the page's own experience, and the reason that the browser reports over CDP. */
import type { Page } from '@playwright/test';
import { type CorsErrorCode, corsErrorCodes } from '../../src/cors/index.ts';
import type { OracleCase } from './case.ts';
import type { OracleServers } from './server.ts';

export interface Truth {
  /** read: the script can read the response. opaque: no-cors. failed: the fetch rejects. */
  readonly seen: 'read' | 'opaque' | 'failed';
  readonly preflighted: boolean;
  readonly reported: { readonly code: CorsErrorCode; readonly parameter: string } | null;
}

const codeOf = (name: string): CorsErrorCode | undefined => corsErrorCodes.find((code) => code === name);

/** Issues the cases one after another in the page, so that each capture has one call under way at a time. */
export async function judgedByBrowser(
  page: Page,
  cases: readonly OracleCase[],
  servers: OracleServers,
): Promise<readonly Truth[]> {
  const reported = new Map<number, Truth['reported']>();
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Audits.issueAdded', ({ issue }) => {
    const details = issue.details.corsIssueDetails;
    const number = /\/case\/(\d+)\//.exec(details?.request.url ?? '')?.[1];
    const code = codeOf(details?.corsErrorStatus.corsError ?? '');
    if (details === undefined || details.isWarning || number === undefined || code === undefined) return;
    reported.set(Number(number), { code, parameter: details.corsErrorStatus.failedParameter });
  });
  await cdp.send('Audits.enable');
  const calls = cases.map(({ request }, number) => ({ ...request, url: servers.url(number, 0) }));
  const seen = await page.evaluate(async (list) => {
    const results: ('read' | 'opaque' | 'failed')[] = [];
    for (const { url, method, headers, credentials, mode, body } of list) {
      try {
        const response = await fetch(url, {
          method,
          headers: headers.map(([name, value]): [string, string] => [name, value]),
          credentials,
          mode,
          ...(body && { body: '{}' }),
        });
        results.push(response.type === 'opaque' ? 'opaque' : 'read');
      } catch {
        results.push('failed');
      }
    }
    return results;
  }, calls);
  await cdp.detach();
  return seen.map((own, number) => ({
    seen: own,
    preflighted: servers.preflighted.has(number),
    reported: reported.get(number) ?? null,
  }));
}
