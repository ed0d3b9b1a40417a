import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile, describeFileFault, describeLost } from './file.ts';

const messages = {
  request: {
    method: 'GET',
    url: 'https://api.test/',
    headers: [['Origin', 'https://app.test']],
    headersKnown: true,
  },
  response: { status: 200, headers: [], fromCache: false },
  error: null,
  startedAt: 5,
  endedAt: 6,
};
const exchange = {
  id: 'x1',
  origin: 'https://app.test',
  source: 'webRequest',
  resourceType: 'fetch',
  hops: [{ url: 'https://api.test/', preflight: null, actual: messages }],
  error: null,
  reported: null,
  call: [],
};
const report = (more: object) =>
  JSON.stringify({
    schema: 'cors-inspector/report/1',
    redacted: true,
    source: { kind: 'webRequest', browser: 'firefox' },
    exchanges: [exchange],
    apis: [],
    ...more,
  });
const said = (text: string): string => {
  const read = decodeFile(text);
  return read.ok ? 'read' : describeFileFault(read.fault, 'r.json');
};

describe('a report of ours', () => {
  it('gives its exchanges back, in the browser that it names', () => {
    const read = decodeFile(report({}));
    expect(
      read.ok && read.file.stored.map(({ exchange: { id, browser, state } }) => [id, browser, state]),
    ).toEqual([['x1', 'firefox', 'settled']]);
    expect(read.ok && read.file.lost).toEqual({ credentials: true, template: null });
  });

  it.each([
    [
      { schema: 'cors-inspector/report/2' },
      'r.json: a report of the form "cors-inspector/report/2"; this version reads "cors-inspector/report/1"',
    ],
    [{ exchanges: 3 }, 'r.json: exchanges is missing or of the wrong type'],
    [{ exchanges: [exchange, {}] }, 'r.json: exchanges[1].hops is missing or of the wrong type'],
    [
      { exchanges: [{ ...exchange, hops: [{ url: 1, preflight: null, actual: null }] }] },
      'r.json: exchanges[0].hops[0].url is missing or of the wrong type',
    ],
    [
      { exchanges: [{ ...exchange, source: 'cat' }] },
      'r.json: exchanges[0].source is missing or of the wrong type',
    ],
    [
      { exchanges: [{ ...exchange, settings: { mode: 'cat' } }] },
      'r.json: exchanges[0].settings.mode is missing or of the wrong type',
    ],
    [
      {
        exchanges: [
          {
            ...exchange,
            hops: [
              {
                url: '',
                preflight: null,
                actual: { ...messages, request: { ...messages.request, headers: [['a']] } },
              },
            ],
          },
        ],
      },
      'r.json: exchanges[0].hops[0].actual.request.headers[0] is missing or of the wrong type',
    ],
  ])('with a fault is told in one line: %#', (more, line) => {
    expect(said(report(more))).toBe(line);
  });

  it('of any other content never makes it throw', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (a, b) => {
        said(`{"schema":"cors-inspector/report/1","exchanges":[${a}],"source":${b}}`);
        said(`{"log":{"_corsInspector":${a},"entries":[{"_corsInspector":${b},"request":${a}}]}}`);
      }),
    );
  });

  it('says what is not in it', () => {
    expect(describeLost({ credentials: false, template: null })).toBeNull();
    expect(describeLost({ credentials: true, template: 'a\nb.yaml' })).toBe(
      'Its credentials were replaced by REDACTED when it was written. It was made with a?b.yaml, which is not in it: open the template to see its lines again.',
    );
  });
});

describe('anything else', () => {
  it.each([
    ['', 'r.json: the file is empty, a HAR was expected'],
    ['{}', 'r.json: not a HAR: "log" is missing or of the wrong type'],
    ['{"schema":"other"}', 'r.json: not a HAR: "log" is missing or of the wrong type'],
  ])('%j is told as before', (text, line) => {
    expect(said(text)).toBe(line);
  });
});
