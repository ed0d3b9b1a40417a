import type { Credentials } from '../cors/index.ts';

/** 500 random requests as Chromium's own DevTools exported them, packed, and what Chromium and Firefox decided. */
export interface Chromium500 {
  readonly creator: string;
  readonly epoch: number;
  readonly lines: readonly (readonly [string, string])[];
  readonly entries: readonly (readonly [
    type: string,
    start: number,
    time: number,
    method: string,
    url: string,
    requestHeaders: readonly number[],
    status: number,
    responseHeaders: readonly number[],
    redirectUrl: string,
    error: string | 0,
  ])[];
  readonly verdicts: readonly (readonly [
    url: string,
    outcome: string,
    code: string | 0,
    parameter: string | 0,
    preflighted: 0 | 1,
    credentials: Credentials,
    firefox: 'blocked' | 'pass',
  ])[];
}

/**
 * The entries as a HAR has them, `copies` times one after the other. Each copy is `apart` ms after the one before, and
 * its URLs bear its number, so that no copy shares anything with another.
 */
export function harOf(fixture: Chromium500, copies = 1, apart = 0): string {
  const headers = (ids: readonly number[]) =>
    ids.map((id) => ({ name: fixture.lines[id]?.[0], value: fixture.lines[id]?.[1] }));
  const entries = Array.from({ length: copies }, (_, copy) => {
    const own = (url: string) =>
      copy === 0 || url === '' ? url : `${url}${url.includes('?') ? '&' : '?'}copy=${copy}`;
    return fixture.entries.map(
      ([type, start, time, method, url, sent, status, received, redirectURL, error]) => ({
        startedDateTime: new Date(fixture.epoch + start + copy * apart).toISOString(),
        time,
        _resourceType: type,
        pageref: 'page_1',
        request: { method, url: own(url), headers: headers(sent) },
        response: {
          status,
          headers: headers(received),
          redirectURL: own(redirectURL),
          _error: error === 0 ? null : error,
        },
      }),
    );
  }).flat();
  return JSON.stringify({ log: { version: '1.2', creator: { name: fixture.creator }, entries } });
}
