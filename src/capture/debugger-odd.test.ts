import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembler, judge } from '../exchange/index.ts';
import { exchangesOf, lineOf, type Raw } from './debugger.testing.ts';
import { DebuggerDecoder } from './debugger.ts';
import { navigationOf } from './debugger-navigation.ts';

const page = 'https://app.test/';
const api = 'https://api.test/orders';
const begins = (requestId: string, url = api, more: object = {}): Raw => [
  '',
  'Network.requestWillBeSent',
  {
    requestId,
    documentURL: page,
    request: { url, method: 'GET', headers: {} },
    wallTime: 1e9,
    timestamp: 1,
    type: 'XHR',
    frameId: 'F',
    initiator: { type: 'script' },
    ...more,
  },
];
const sent = (requestId: string): Raw => [
  '',
  'Network.requestWillBeSentExtraInfo',
  { requestId, headers: { Origin: 'https://app.test' }, associatedCookies: [] },
];
const received = (requestId: string, headers: object = {}, statusCode = 200): Raw => [
  '',
  'Network.responseReceivedExtraInfo',
  { requestId, headers, statusCode, blockedCookies: [] },
];
const answered = (requestId: string, headers: object): Raw => [
  '',
  'Network.responseReceived',
  { requestId, timestamp: 2, hasExtraInfo: true, response: { status: 200, headers } },
];
const finished = (requestId: string): Raw => ['', 'Network.loadingFinished', { requestId, timestamp: 3 }];
const failed = (requestId: string, more: object): Raw => [
  '',
  'Network.loadingFailed',
  { requestId, timestamp: 3, errorText: 'net::ERR_FAILED', ...more },
];
const refused = (requestId: string, corsError: string, failedParameter = ''): Raw =>
  failed(requestId, { corsErrorStatus: { corsError, failedParameter } });

const only = (events: readonly Raw[]) => {
  const [exchange, ...more] = exchangesOf(events).values();
  if (exchange === undefined || more.length > 0) throw new Error('not one exchange');
  return exchange;
};
const methods = [
  'Network.requestWillBeSent',
  'Network.requestWillBeSentExtraInfo',
  'Network.responseReceivedExtraInfo',
  'Network.responseReceived',
  'Network.requestServedFromCache',
  'Network.loadingFinished',
  'Network.loadingFailed',
  'Audits.issueAdded',
  'Target.attachedToTarget',
  'Target.detachedFromTarget',
  'Page.frameNavigated',
  'Network.somethingNew',
];

describe('what the debugger never should say', () => {
  it('throws nothing, whatever comes', () => {
    const id = fc.constantFrom('1', '2', '3');
    const field = fc.oneof(fc.anything(), fc.constantFrom(api, page, 'null', 200, {}, [], { url: api }));
    const names = ['request', 'response', 'redirectResponse', 'headers', 'initiator', 'type', 'issue'];
    const params = fc.oneof(
      fc.anything(),
      fc
        .tuple(
          id,
          fc.dictionary(fc.constantFrom(...names, 'timestamp', 'wallTime', 'corsErrorStatus'), field),
        )
        .map(([requestId, more]) => ({ ...begins(requestId)[2], ...more })),
    );
    const event = fc.tuple(fc.constantFrom('', 's1'), fc.constantFrom(...methods), params);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const decoder = new DebuggerDecoder();
        const assembler = new Assembler({ source: 'debugger', browser: 'chromium' });
        for (const [session, method, each] of events) {
          navigationOf(method, each);
          for (const wire of decoder.event(session, method, each)) assembler.push(wire).map((e) => judge(e));
        }
        assembler.end().map((e) => judge(e));
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing of ids it never saw', () => {
    expect(exchangesOf([answered('9', {}), finished('9'), refused('8', 'InvalidResponse')]).size).toBe(0);
  });

  it('keeps a request whose id was used before apart from it', () => {
    const once: Raw[] = [begins('1'), sent('1'), received('1'), refused('1', 'MissingAllowOriginHeader')];
    const open = { 'access-control-allow-origin': '*' };
    const again: Raw[] = [begins('1'), sent('1'), received('1', open), answered('1', open), finished('1')];
    expect([...exchangesOf([...once, ...again]).values()].map(lineOf)).toEqual([
      'blocked MissingAllowOriginHeader certain not-needed',
      'allowed certain not-needed',
    ]);
  });

  it('shows a reason that nobody knew yet as it is, and flags it', () => {
    const exchange = only([begins('1'), sent('1'), received('1'), refused('1', 'NewReason', 'x')]);
    expect(exchange.reported).toEqual({ code: null, name: 'NewReason', parameter: 'x' });
    const { verdict, disagreement } = judge(exchange);
    expect([verdict.outcome, verdict.code, verdict.parameter, verdict.basis]).toEqual([
      'blocked',
      null,
      'x',
      'certain',
    ]);
    expect(disagreement).toEqual({ computed: 'MissingAllowOriginHeader', reported: 'NewReason' });
  });

  it('remembers no more than its limits', () => {
    const decoder = new DebuggerDecoder({ open: 5, ended: 5, unjoined: 5 });
    for (let n = 0; n < 200; n += 1) {
      for (const event of [
        begins(`o${n}`),
        begins(`e${n}`),
        finished(`e${n}`),
        sent(`u${n}`),
        received(`u${n}`),
      ])
        decoder.event(...event);
    }
    expect(decoder.kept).toBeLessThanOrEqual(15);
  });
});

describe('the browser’s word beside ours', () => {
  it('flags a refusal that we would have let pass', () => {
    const headers = { 'Access-Control-Allow-Origin': '*' };
    const exchange = only([
      begins('1'),
      sent('1'),
      received('1', headers),
      refused('1', 'MissingAllowOriginHeader'),
    ]);
    expect(judge(exchange).disagreement).toMatchObject({ reported: 'MissingAllowOriginHeader' });
    expect(lineOf(exchange)).toBe('blocked MissingAllowOriginHeader certain not-needed');
  });

  it('flags a pass that we would have refused', () => {
    const exchange = only([
      begins('1', api, { request: { url: api, method: 'GET', headers: { 'Sec-Fetch-Mode': 'cors' } } }),
      sent('1'),
      received('1'),
      answered('1', {}),
      finished('1'),
    ]);
    expect(judge(exchange).disagreement).toEqual({ computed: 'MissingAllowOriginHeader', reported: null });
  });

  it('flags another parameter under the same code', () => {
    const headers = { 'Access-Control-Allow-Origin': 'https://a.test' };
    const at = (parameter: string) =>
      judge(
        only([
          begins('1'),
          sent('1'),
          received('1', headers),
          refused('1', 'AllowOriginMismatch', parameter),
        ]),
      );
    expect(at('https://a.test').disagreement).toBeNull();
    expect(at('https://b.test').disagreement?.parameters).toEqual({
      computed: 'https://a.test',
      reported: 'https://b.test',
    });
  });

  it('goes by the headers that an extension rewrote', () => {
    const rewritten = { 'access-control-allow-origin': '*' };
    const exchange = only([begins('1'), sent('1'), received('1'), answered('1', rewritten), finished('1')]);
    expect(lineOf(exchange)).toBe('allowed certain not-needed');
    expect(judge(exchange).disagreement).toBeNull();
  });

  it('takes who blocked it for no matter of CORS', () => {
    const exchange = only([begins('1'), failed('1', { errorText: '', blockedReason: 'csp' })]);
    expect(exchange.blockedReason).toBe('csp');
    expect(lineOf(exchange)).toBe('network-error certain not-needed');
  });

  it('waits for it while the page may still be let have the response', () => {
    expect(lineOf(only([begins('1'), sent('1'), received('1')]))).toBe('pending certain not-needed');
  });
});

describe('navigationOf', () => {
  const navigated = (frame: object) => navigationOf('Page.frameNavigated', { frame });
  it.each([
    ['a top frame', { url: 'https://a.test/x#y' }, 'https://a.test/x'],
    ['a child frame', { url: 'https://a.test/', parentId: 'P' }, null],
    ['nothing readable', {}, null],
  ])('%s', (_, frame, url) => expect(navigated(frame)).toBe(url));
});
