import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Exchange, judge } from '../exchange/index.ts';
import { exchangesOf, lineOf, rawEvents } from './debugger.testing.ts';

const read = (name: string) =>
  rawEvents(
    gunzipSync(readFileSync(new URL(`./fixtures/${name}.fixture.json.gz`, import.meta.url))).toString(),
  );

const disagreements = (exchanges: Iterable<Exchange>) =>
  [...exchanges].flatMap((each) => judge(each).disagreement ?? []);

describe('196 requests of three pages that Chromium judged', () => {
  const exchanges = [...exchangesOf(read('chromium-cdp')).values()];

  it('become one exchange each; only the two of which the capture has no end stay pending', () => {
    expect(exchanges).toHaveLength(196);
    const pending = exchanges.filter((each) => judge(each).verdict.outcome === 'pending');
    expect(pending.map(({ hops }) => hops[0]?.url.replace(/.*\/c\//, ''))).toEqual(['119/0', '120/0']);
  });

  it('are judged as Chromium did, code and parameter', () => {
    expect(disagreements(exchanges)).toEqual([]);
    const reported = exchanges.filter((each) => each.reported !== null);
    expect(reported).toHaveLength(108);
    for (const each of reported) {
      const ours = judge({ ...each, reported: null, source: 'har' }).verdict;
      expect([ours.code, ...ours.alternatives]).toContain(each.reported?.code);
      const { verdict } = judge(each);
      expect([verdict.outcome, verdict.code, verdict.parameter, verdict.basis]).toEqual([
        'blocked',
        each.reported?.code,
        each.reported?.parameter,
        'certain',
      ]);
    }
  });
});

describe('every kind of requester, as Chromium showed it', () => {
  const exchanges = exchangesOf(read('chromium-cdp-targets'));
  const all = [...exchanges.values()];
  const at = (path: string): Exchange => {
    const found = all.filter((each) => new URL(each.hops[0]?.url ?? '').pathname === `/${path}`);
    const last = found[found.length - 1];
    if (last === undefined) throw new Error(`no exchange for ${path}`);
    return last;
  };

  it.each([
    ['simple-ok', 'allowed certain not-needed'],
    ['simple-missing', 'blocked MissingAllowOriginHeader certain not-needed'],
    ['pre-ok', 'allowed certain cached'],
    ['pre-missing', 'blocked PreflightMissingAllowOriginHeader certain sent'],
    ['pre-404', 'blocked PreflightMissingAllowOriginHeader certain sent'],
    ['pre-redirect', 'blocked PreflightDisallowedRedirect certain sent'],
    ['pre-status', 'blocked PreflightInvalidStatus certain sent'],
    ['pre-method', 'blocked MethodDisallowedByPreflightResponse certain sent'],
    ['pre-drop', 'network-error certain sent'],
    ['double', 'blocked MultipleAllowOriginValues certain not-needed'],
    ['redirect-cross', 'allowed certain not-needed'],
    ['redirect-away', 'allowed certain not-needed'],
    ['redirect-tainted', 'blocked MissingAllowOriginHeader certain not-needed'],
    ['redirect-pre', 'allowed certain sent'],
    ['redirect-pre-fail', 'blocked PreflightMissingAllowOriginHeader certain sent'],
    ['redirecterror', 'network-error certain not-needed'],
    ['redirectcreds', 'blocked RedirectContainsCredentials certain not-needed'],
    ['include-ok', 'allowed certain not-needed'],
    ['include-star', 'blocked WildcardOriginNotAllowed certain not-needed'],
    ['nocors', 'not-cors certain not-needed'],
    ['nocorspost', 'not-cors assumed not-needed'],
    ['disallowed', 'blocked DisallowedByMode certain not-needed'],
    ['disallowed2', 'network-error certain not-needed'],
    ['nocorsredirect', 'blocked NoCorsRedirectModeNotFollow certain not-needed'],
    ['etagbad', 'blocked AllowOriginMismatch certain not-needed'],
    ['hang', 'allowed certain not-needed'],
    ['beacon', 'blocked PreflightInvalidAllowCredentials certain sent'],
    ['mod.js', 'blocked MissingAllowOriginHeader certain not-needed'],
    ['worker-ok', 'allowed certain not-needed'],
    ['worker-pre-ok', 'allowed certain sent'],
    ['worker-missing', 'blocked MissingAllowOriginHeader certain not-needed'],
    ['worker-pre-missing', 'blocked PreflightMissingAllowOriginHeader certain sent'],
    ['worker-disallowed', 'blocked DisallowedByMode certain not-needed'],
    ['blobworker-pre-ok', 'allowed certain sent'],
    ['oopif-pre-ok', 'allowed certain sent'],
    ['oopif-pre-missing', 'blocked PreflightMissingAllowOriginHeader certain sent'],
  ])('%s: %s', (path, line) => expect(lineOf(at(path))).toBe(line));

  it('shows no disagreement with the browser', () => expect(disagreements(all)).toEqual([]));

  it('gives each hop its own preflight, and the wire’s own headers', () => {
    const { hops } = at('redirect-pre');
    expect(
      hops.map(({ preflight, actual }) => [preflight?.response?.status, actual?.response?.status]),
    ).toEqual([
      [204, 307],
      [204, 200],
    ]);
    expect(hops.every(({ actual }) => actual?.request.headersKnown)).toBe(true);
  });

  it('knows a worker, its origin by a blob, and where it called', () => {
    const worker = at('blobworker-disallowed');
    expect([worker.requester, worker.origin]).toEqual(['worker', 'http://a.test:19731']);
    expect(at('worker-ok').call[0]).toEqual({
      functionName: 'onmessage',
      url: 'http://a.test:19731/worker.js',
      line: 1,
      column: 79,
    });
    expect(at('worker-disallowed').call[0]).toMatchObject({ line: 1, column: 79 });
  });

  it('takes cookies as proof of `include` only away from the page’s origin', () => {
    expect(judge(at('include-ok')).inferred.credentials).toBe('include');
    // Its first hop sent the own origin's cookie in the mode `same-origin`.
    expect(at('redirect-away').provenCredentials).toBeNull();
    expect(at('disallowed2').provenCredentials).toBeNull();
  });

  it('keeps lines of one name apart', () => {
    const headers = at('double').hops[0]?.actual?.response?.headers ?? [];
    expect(headers.filter(([name]) => /allow-origin/i.test(name))).toHaveLength(2);
  });
});
