import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble, type Exchange, judge } from '../exchange/index.ts';
import { type Chromium500, harOf } from './chromium-500.testing.ts';
import { decodeHar } from './har.ts';

const fixture: Chromium500 = JSON.parse(
  readFileSync(new URL('./fixtures/chromium-500.fixture.json', import.meta.url), 'utf8'),
);

describe('500 cases that Chromium judged, from the HAR of its own DevTools', () => {
  const exchanges = new Map<string, Exchange>();
  const exchange = (url: string): Exchange => {
    const found = exchanges.get(url);
    if (found === undefined) throw new Error(`no exchange for ${url}`);
    return found;
  };

  beforeAll(() => {
    const har = decodeHar(harOf(fixture));
    if (!har.ok) throw new Error(har.fault.reason);
    expect(har.browser).toBe('chromium');
    for (const each of assemble(har.events, { source: 'har', browser: har.browser })) {
      exchanges.set(each.hops[0]?.url ?? '', each);
    }
  });

  it('makes one exchange of each case, and of nothing else', () => {
    expect(exchanges.size).toBe(500);
    expect(fixture.verdicts).toHaveLength(500);
  });

  it('gives every outcome', () => {
    const wrong = fixture.verdicts.filter(
      ([url, outcome]) => judge(exchange(url)).verdict.outcome !== outcome,
    );
    console.log(`outcome: ${500 - wrong.length} of 500`);
    expect(wrong).toEqual([]);
  });

  it('gives every reason code, and nearly every parameter', () => {
    const named = fixture.verdicts.filter(([, , code]) => code !== 0);
    const outright = named.filter(([url, , code, parameter]) => {
      const { verdict } = judge(exchange(url));
      return verdict.code === code && verdict.parameter === parameter;
    });
    const right = named.filter(([url, , code, parameter]) => {
      const { verdict, needs } = judge(exchange(url));
      if (verdict.code !== code) return verdict.alternatives.some((each) => each === code);
      // Of several refused headers Chromium names the first of a hash table's order, which no capture shows.
      return verdict.parameter === parameter || needs.headers.some((name) => name === parameter);
    });
    console.log(
      `reason code and parameter: ${outright.length} of ${named.length} outright (${((100 * outright.length) / named.length).toFixed(1)} %), ${right.length} as verdict or alternative`,
    );
    expect(named).toHaveLength(182);
    expect(right).toHaveLength(182);
    expect(outright.length / named.length).toBeGreaterThanOrEqual(0.975);
  });

  it('sees every preflight that was sent', () => {
    const wrong = fixture.verdicts.filter(
      ([url, , , , preflighted]) => (judge(exchange(url)).preflight === 'sent') !== (preflighted === 1),
    );
    expect(wrong).toEqual([]);
  });

  it('gives a certain code and outcome where the user sets the credentials mode', () => {
    for (const [url, outcome, code, , , credentials] of fixture.verdicts) {
      const { verdict } = judge(exchange(url), { credentials });
      expect([url, verdict.outcome, verdict.code ?? 0, verdict.basis]).toEqual([
        url,
        outcome,
        code,
        'certain',
      ]);
    }
  });

  /** As Firefox's HAR has it: no entry for what a preflight stopped, and a blocked response ends like any other. */
  const asFirefox = (seen: Exchange): Exchange => ({
    ...seen,
    browser: 'firefox',
    error: null,
    hops: seen.hops.map((hop) => ({
      ...hop,
      actual: hop.actual?.response === null ? null : hop.actual && { ...hop.actual, error: null },
    })),
  });

  it('calls nothing certain that Firefox decided otherwise', () => {
    const same = fixture.verdicts.filter(
      ([, outcome, , , , , firefox]) => (outcome === 'blocked') === (firefox === 'blocked'),
    );
    const certain = same.flatMap(([url, outcome]) => {
      const { verdict } = judge(asFirefox(exchange(url)));
      return verdict.basis === 'certain' ? [{ url, outcome, got: verdict.outcome }] : [];
    });
    console.log(`Firefox's view: ${certain.length} of ${same.length} certain`);
    expect(certain.filter(({ outcome, got }) => (outcome === 'blocked') !== (got === 'blocked'))).toEqual([]);
    expect(certain.length).toBeGreaterThan(300);
  });
});
