import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../exchange/index.ts';
import { decodeHar } from './har.ts';
import { describeHarFault } from './har-fault.ts';

type Pairs = readonly (readonly [string, string])[];
const headers = (pairs: Pairs) => pairs.map(([name, value]) => ({ name, value }));
const entry = (
  more: { url?: string; method?: string; sent?: Pairs; status?: number; received?: Pairs; at?: number } = {},
) => ({
  startedDateTime: new Date(1_800_000_000_000 + (more.at ?? 0)).toISOString(),
  time: 5,
  request: {
    method: more.method ?? 'GET',
    url: more.url ?? 'https://api.test/a',
    headers: headers(more.sent ?? []),
  },
  response: { status: more.status ?? 200, headers: headers(more.received ?? []), redirectURL: '' },
});
const har = (entries: readonly unknown[], creator = 'any') =>
  JSON.stringify({ log: { version: '1.2', creator: { name: creator }, entries } });

const decoded = (text: string) => {
  const result = decodeHar(text);
  if (!result.ok) throw new Error(result.fault.reason);
  return { ...result, events: [...result.events] };
};

describe('faults', () => {
  it.each([
    ['', 'x.har: the file is empty, a HAR was expected'],
    [' \n', 'x.har: the file is empty, a HAR was expected'],
    ['{"log":\n{"entries": [', 'x.har:2:14: the JSON ends in the middle; the file seems to be cut off'],
    ['{"log": {"entries": ["abc', 'x.har:1:26: the JSON ends in the middle; the file seems to be cut off'],
    ['{"log": {\n  "entries" [] } }', 'x.har:2:13: not valid JSON, so not a HAR'],
    ['<html>', 'x.har:1:1: not valid JSON, so not a HAR'],
    ['[]', 'x.har: not a HAR: "log" is missing or of the wrong type'],
    ['{"log": {}}', 'x.har: not a HAR: "log.entries" is missing or of the wrong type'],
    [har([entry(), {}]), 'x.har: log.entries[1].startedDateTime is missing or of the wrong type'],
    [
      har([{ ...entry(), request: { method: 'GET' } }]),
      'x.har: log.entries[0].request.url is missing or of the wrong type',
    ],
    [
      har([{ ...entry(), response: { status: 200, headers: [{ name: 'a' }] } }]),
      'x.har: log.entries[0].response.headers[0].value is missing or of the wrong type',
    ],
  ])('%j is told in one line', (text, line) => {
    const result = decodeHar(text);
    expect(result.ok ? 'decoded' : describeHarFault(result.fault, 'x.har')).toBe(line);
  });

  it('stay on one line whatever the file is called', () => {
    expect(describeHarFault({ reason: 'empty' }, 'a\nb\u2028.har')).toBe(
      'a?b?.har: the file is empty, a HAR was expected',
    );
  });

  it('of cut JSON are always called truncated', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const text = `{"log": ${json}}`;
        const part = text.slice(0, 1 + (cut % (text.length - 1)));
        const result = decodeHar(part);
        expect(result.ok ? 'decoded' : result.fault.reason).toBe('truncated');
      }),
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"log":{"entries":[${json}]}}`),
        ),
        (text) => {
          decodeHar(text);
        },
      ),
    );
  });
});

describe('entries', () => {
  it('may be none, and a byte order mark may lead', () => {
    expect(decoded(`\uFEFF${har([])}`).events).toEqual([]);
  });

  it.each([
    ['WebInspector', 'chromium'],
    ['Firefox', 'firefox'],
    ['WebKit Web Inspector', 'unknown'],
  ])('of %s are %s’s', (creator, browser) => {
    expect(decoded(har([], creator)).browser).toBe(browser);
  });

  it('lose pseudo headers, and lines that were joined are split', () => {
    const { events } = decoded(
      har([
        entry({
          sent: [
            [':authority', 'api.test'],
            ['Origin', ' https://app.test '],
          ],
          received: [['acao', '*\n*']],
        }),
      ]),
    );
    expect(events.flatMap((event) => ('headers' in event ? [event.headers] : []))).toEqual([
      [['Origin', 'https://app.test']],
      [
        ['acao', '*'],
        ['acao', '*'],
      ],
    ]);
  });

  it('of one redirect chain share an id, whatever happens between them', () => {
    const origin: Pairs = [['Origin', 'https://app.test']];
    const { events } = decoded(
      har([
        entry({ at: 20, url: 'https://b.test/x', sent: [['Origin', 'null']] }),
        {
          ...entry({ at: 0, status: 302, received: [['Location', 'https://b.test/x#part']], sent: origin }),
          time: 20,
        },
        entry({ at: 2, url: 'https://b.test/x', sent: origin, status: 404 }),
      ]),
    );
    const exchanges = assemble(events, { source: 'har', browser: 'unknown' });
    expect(exchanges.map((each) => each.hops.map((hop) => hop.actual?.response?.status))).toEqual([
      [302, 200],
      [404],
    ]);
  });

  describe('of a redirect', () => {
    const sent: Pairs = [['Origin', 'https://app.test']];
    const moved = {
      ...entry({ at: 0, status: 302, received: [['Location', 'https://b.test/x']], sent }),
      time: 40,
    };
    const statuses = (...entries: readonly unknown[]) =>
      assemble(decoded(har(entries)).events, { source: 'har', browser: 'chromium' }).map(({ hops }) =>
        hops.map(({ actual }) => actual?.response?.status),
      );
    const hop = (at: number, status: number) => entry({ at, url: 'https://b.test/x', sent, status });

    it('may seem to start before its end: two clocks were read', () => {
      expect(statuses(moved, hop(25, 200))).toEqual([[302, 200]]);
    });

    it('are told from a stranger to the same URL that starts just before', () => {
      expect(statuses(moved, hop(30, 404), hop(41, 200))).toEqual([[302, 200], [404]]);
    });

    it('are not what the browser listed before the redirect, nor what began long before its end', () => {
      expect(statuses(hop(30, 404), moved)).toEqual([[302], [404]]);
      expect(statuses(moved, hop(5, 404))).toEqual([[302], [404]]);
    });

    it('are not what the next redirect to the same place led to', () => {
      const again = { ...moved, startedDateTime: entry({ at: 100 }).startedDateTime };
      expect(statuses(moved, again, hop(141, 200))).toEqual([[302], [302, 200]]);
    });

    it('are each one’s own where two redirects to the same place are under way at once', () => {
      const other = { ...moved, startedDateTime: entry({ at: 3 }).startedDateTime };
      expect(statuses(moved, other, hop(44, 200), hop(46, 404))).toEqual([
        [302, 200],
        [302, 404],
      ]);
      const slow = statuses(moved, other, hop(80, 200), hop(90, 404));
      expect(slow.map((each) => each.length)).toEqual([2, 2]);
    });

    it('are not what somebody asks for half a minute later', () => {
      expect(statuses(moved, hop(31_000, 200))).toEqual([[302], [200]]);
      expect(statuses(moved, hop(29_000, 200))).toEqual([[302, 200]]);
    });

    it('take each entry once', () => {
      expect(statuses(moved, moved, hop(41, 200))).toEqual([[302, 200], [302]]);
    });
  });

  it('show all heads where DevTools names their page, and may hide them of a worker', () => {
    const shown = (entries: readonly unknown[], creator: string) =>
      decoded(har(entries, creator)).events.flatMap((event) =>
        event.type === 'request' ? [event.headsShown === true] : [],
      );
    const both = [{ ...entry(), pageref: 'page_1' }, entry()];
    expect(shown(both, 'WebInspector')).toEqual([true, false]);
    expect(shown(both, 'any')).toEqual([false, false]);
  });

  it.each([
    ['before the page asks again', 1000, 5, 0],
    ['where none takes time and one comes late, before the page asks again at once', 244, 0, 34],
  ])('of a redirect to itself end where browsers end, %s', (_, again, time, late) => {
    const round = (at: number) =>
      Array.from({ length: 21 }, (__, index) => ({
        ...entry({
          at: at + index * 10 + (index < 15 ? 0 : late),
          status: 302,
          received: [['Location', 'https://api.test/a']],
          sent: [['Origin', 'https://app.test']],
        }),
        time,
      }));
    const { events } = decoded(har([...round(0), ...round(again)]));
    const exchanges = assemble(events, { source: 'har', browser: 'firefox' });
    expect(exchanges.map(({ hops }) => hops.length)).toEqual([21, 21]);
  });

  it('are the same whenever they are asked for', () => {
    const read = decodeHar(har([entry(), entry({ at: 5, status: 500 })]));
    expect(read.ok && [...read.events]).toHaveLength(8);
    expect(read.ok && [...read.events]).toEqual(read.ok && [...read.events]);
  });

  it('name the requester’s type, or its metadata headers do', () => {
    const navigation = ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'] as const;
    const types = decoded(
      har([
        { ...entry(), _resourceType: 'xhr' },
        entry({ sent: [['Sec-Fetch-Dest', 'font']] }),
        entry({ sent: [['Sec-Fetch-Mode', 'navigate']] }),
        entry({ url: 'wss://api.test/' }),
        entry(),
        entry({ sent: [navigation] }),
        entry({ sent: [navigation, ['Origin', 'https://app.test']] }),
        entry({ method: 'POST', sent: [navigation, ['Origin', 'https://app.test']] }),
        entry({
          method: 'POST',
          sent: [
            ['Accept', 'text/html, */*; q=0.01'],
            ['Origin', 'https://app.test'],
          ],
        }),
        entry({
          sent: [
            ['Accept', 'text/event-stream'],
            ['Sec-Fetch-Dest', 'empty'],
          ],
        }),
      ]),
    ).events.flatMap((event) => (event.type === 'request' ? [event.resourceType] : []));
    const byHeaders = ['font', 'document', 'websocket', 'other', 'document', 'other', 'document', 'other'];
    expect(types).toEqual(['xhr', ...byHeaders, 'eventsource']);
  });
});
