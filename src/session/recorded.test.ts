import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WebRequestDecoder, type WireEvent } from '../capture/index.ts';
import { watch } from './fake-session.ts';
import { runPipe } from './pipe.ts';
import { Session } from './session.ts';

/** The whole pipe, every room its own, over what Chromium 156 and Firefox 153 told of the same page. */

type Browser = 'chromium' | 'firefox';
type Decoder = WebRequestDecoder;
type Details = { readonly event: string } & Parameters<Decoder['beforeRedirect']>[0] &
  Parameters<Decoder['sendHeaders']>[0] &
  Parameters<Decoder['errorOccurred']>[0];

const recorded: Readonly<Record<Browser, readonly Details[]>> = JSON.parse(
  readFileSync(new URL('../capture/fixtures/webrequest.json', import.meta.url), 'utf8'),
);

function decode(browser: Browser): WireEvent[] {
  const decoder = new WebRequestDecoder();
  return recorded[browser].flatMap((each, index) => {
    const details = { ...each, timeStamp: 1_000 + index };
    switch (each.event) {
      case 'onBeforeRequest':
        return decoder.beforeRequest(details);
      case 'onSendHeaders':
        return decoder.sendHeaders(details);
      case 'onHeadersReceived':
        return decoder.headersReceived(details);
      case 'onBeforeRedirect':
        return decoder.beforeRedirect(details);
      case 'onCompleted':
        return decoder.completed(details);
      default:
        return decoder.errorOccurred(details);
    }
  });
}

/** A session that tells every change at once. */
function promptSession(browser: Browser): Session {
  return new Session({
    source: 'webRequest',
    browser,
    schedule: (flush) => flush(),
    reload: () => undefined,
  });
}

function live(browser: Browser, events: readonly WireEvent[], pieces: number): ReturnType<typeof watch> {
  const session = promptSession(browser);
  const view = watch(session);
  for (let start = 0; start < events.length; start += pieces)
    session.push(events.slice(start, start + pieces));
  return view;
}

describe.each(['chromium', 'firefox'] as const)('recorded in %s', (browser) => {
  const events = decode(browser);
  const batch = runPipe({ events, source: 'webRequest', browser });

  it('comes to the verdicts that the browser came to', () => {
    const verdicts = batch.exchanges.map(({ exchange, judgement: { verdict } }) =>
      [
        exchange.hops[0]?.actual?.request.method,
        exchange.hops[0]?.url.slice(-6),
        verdict.outcome,
        verdict.code ?? '-',
      ].join(' '),
    );
    expect(verdicts).toEqual([
      'PUT /c/0/0 allowed -',
      'PUT /c/1/0 blocked PreflightMissingAllowOriginHeader',
      'GET /c/2/0 blocked MissingAllowOriginHeader',
      ...(browser === 'chromium' ? ['GET /c/4/0 blocked AllowOriginMismatch'] : []),
      ...(browser === 'firefox'
        ? ['GET /c/4/0 blocked AllowOriginMismatch', 'PUT /c/5/0 blocked PreflightDisallowedRedirect']
        : []),
    ]);
  });

  it.each([1, 3, 1_000])('live, %s events at a time, comes to the same', (pieces) => {
    const { mirror } = live(browser, events, pieces);
    expect([...mirror().exchanges.values()]).toEqual(batch.exchanges);
    expect(mirror().apis).toEqual(batch.apis);
  });

  it('crosses process borders unchanged', () => {
    const { mirror } = live(browser, events, 5);
    expect(structuredClone(mirror())).toEqual(mirror());
  });
});

describe('import of a real file', () => {
  it('says what is wrong with a bad one in a line that names it', () => {
    const session = promptSession('chromium');
    session.push(decode('chromium'));
    const { mirror } = watch(session);
    const before = mirror().exchanges.size;
    for (const text of ['', '{', 'nonsense', '{}', '[]', '{"log":{"entries":7}}']) {
      session.command({ type: 'import-file', name: 'bad.har', text });
      expect(mirror().state.notice).toMatch(/bad\.har/);
      expect(mirror().state.notice).not.toContain('\n');
    }
    expect(mirror().exchanges.size).toBe(before);
    expect(mirror().state.recording).toBe(true);
  });

  it('takes an empty one', () => {
    const session = promptSession('chromium');
    const { mirror } = watch(session);
    session.command({ type: 'import-file', name: 'empty.har', text: '{"log":{"entries":[]}}' });
    expect(mirror().state.notice).toContain('Showing 0 cross-origin requests of empty.har');
  });
});
