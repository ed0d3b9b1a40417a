import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFile, decodeHar } from '../capture/index.ts';
import { buildReport } from './build.ts';
import { toHar } from './har.ts';
import { harFaults, type Schemas } from './har-schema.testing.ts';
import { sampleAllowed, sampleBlocked, sampleDeep, sampleInput, sampleMessages } from './samples.ts';

const { schemas }: { readonly schemas: Schemas } = JSON.parse(
  readFileSync('src/report/fixtures/har-1.2.json', 'utf8'),
);
const whole = sampleInput([sampleBlocked(), sampleAllowed(), sampleDeep()]);
const text = toHar(buildReport(whole, { redact: true }));
const { log } = JSON.parse(text);

describe('the HAR', () => {
  test('fits HAR 1.2, whatever it holds', () => {
    expect(harFaults(JSON.parse(text), schemas)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double(), fc.integer(), (s, time, status) => {
        const messages = {
          ...sampleMessages(s, s, [[s, s]], { status, headers: [[s, s]] }),
          startedAt: time,
          endedAt: time + 1,
        };
        const blocked = sampleBlocked();
        const hops = [{ url: s, preflight: messages, actual: messages }];
        const exchange = { ...blocked.exchange, hops, startedAt: time, error: s };
        const har = toHar(buildReport(sampleInput([{ ...blocked, exchange }]), { redact: false }));
        expect(harFaults(JSON.parse(har), schemas)).toEqual([]);
      }),
    );
  });

  test('of nothing is a HAR without entries', () => {
    const empty = toHar(buildReport({ source: { kind: 'har' }, exchanges: [], apis: [] }, { redact: false }));
    expect(harFaults(JSON.parse(empty), schemas)).toEqual([]);
    expect(JSON.parse(empty).log.entries).toEqual([]);
  });

  test('tells preflights, types, errors and the call as DevTools does', () => {
    const [preflight] = log.entries;
    expect(preflight).toMatchObject({
      _resourceType: 'preflight',
      _initiator: { type: 'preflight' },
      request: { method: 'OPTIONS' },
      response: { status: 401 },
    });
    const [actual] = log.entries.filter((each: { _resourceType: string }) => each._resourceType === 'fetch');
    expect(actual.response.status).toBe(200);
  });

  test('says what was taken out, and by whom it was written', () => {
    expect(log.creator.name).toBe('cors-inspector');
    expect(log.comment).toMatch(/^Credentials were replaced by REDACTED/);
    expect(JSON.parse(toHar(buildReport(whole, { redact: false }))).log.comment).toMatch(/^Not redacted/);
  });

  test('is read by whoever knows nothing of our own members', () => {
    const foreign = JSON.parse(text, (name, value: unknown) =>
      name === '_corsInspector' ? undefined : value,
    );
    const read = decodeHar(JSON.stringify(foreign));
    expect(read.ok && read.stored).toEqual([]);
    const preflights = read.ok
      ? [...read.events].filter((each) => each.type === 'request' && each.isPreflight)
      : [];
    expect(preflights).toHaveLength(2);
  });

  test('of which someone took an entry away is read as anyone’s', () => {
    const cut = { log: { ...log, entries: log.entries.slice(1) } };
    const read = decodeFile(JSON.stringify(cut));
    expect(read.ok && read.file.stored.map(({ exchange }) => exchange.id)).not.toContain('x1');
    const odd = JSON.parse(text, (name, value: unknown) => (name === 'hops' ? 1e9 : value));
    const survived = decodeFile(JSON.stringify(odd));
    expect(survived.ok && survived.file.stored).toEqual([]);
    expect(survived.ok ? [...survived.file.events].length : 0).toBeGreaterThan(0);
  });
});
