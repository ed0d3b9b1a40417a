import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../../cors/index.ts';
import { sampleAllowed } from '../samples.ts';
import type { CopiedRequest } from './copied-request.ts';
import { isForbiddenRequestHeader, toFetch } from './fetch.ts';

type Call = readonly [url: string, init: RequestInit];

/** Runs the text as a page would, with a `fetch` that only notes its call. */
function called(script: string): Call {
  const calls: Call[] = [];
  // The text is ours to check: it must parse, and call fetch once.
  new Function('fetch', script)((url: string, init: RequestInit) => calls.push([url, init]));
  const [call, ...others] = calls;
  if (call === undefined || others.length > 0) throw new Error(`${calls.length} calls`);
  return call;
}

const judged = (headers: readonly string[], inferred = {}) => ({
  ...sampleAllowed().judgement,
  needs: { method: 'PUT', headers },
  inferred,
});
const request = (more: Partial<CopiedRequest>): CopiedRequest => ({
  method: 'PUT',
  url: 'https://api.test/',
  headers: [],
  unknown: [],
  redacted: false,
  ...more,
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '`',
        '$x',
        '</script>',
        '<!--',
        '\u2028',
        '\n',
        '\r',
        '*/',
        '//',
        "'",
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  fc.constantFrom('__proto__', 'constructor', 'x-a'),
);

describe('fetch', () => {
  test('makes the same call, whatever the request holds', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.tuple(name, text)), (method, url, lines) => {
        const headers: readonly HeaderLine[] = lines.filter((line) => !isForbiddenRequestHeader(line));
        const needs = headers.map(([each]) => each);
        const script = toFetch(
          request({ method, url, headers }),
          judged(needs, { mode: 'cors', credentials: 'include' }),
        );
        const [calledUrl, init] = called(script);
        expect(calledUrl).toBe(url);
        expect(init.method).toBe(method);
        expect([init.mode, init.credentials, 'body' in init]).toEqual(['cors', 'include', false]);
        const given = init.headers ?? {};
        expect(Array.isArray(given) ? given : Object.entries(given)).toHaveLength(headers.length);
        for (const line of headers)
          expect(Array.isArray(given) ? given : Object.entries(given)).toContainEqual([...line]);
        expect(script).not.toContain('</script');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['Cookie', 'a=b'],
    ['Origin', 'https://app.test'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Proxy-Authorization', 'x'],
    ['X-HTTP-Method-Override', 'GET, TRACE'],
    ['Access-Control-Request-Method', 'PUT'],
  ])('a script may not set %s: %s', (...line) => {
    expect(isForbiddenRequestHeader(line)).toBe(true);
    expect(toFetch(request({ headers: [line] }), judged([line[0].toLowerCase()]))).not.toContain(line[0]);
  });

  test('what the browser adds itself stays out, and what the page chose goes in', () => {
    const [, init] = called(
      toFetch(
        request({
          headers: [
            ['User-Agent', 'Browser'],
            ['Accept', '*/*'],
            ['Accept-Language', 'en'],
            ['Cache-Control', 'no-cache'],
            ['Content-Type', 'text/plain'],
            ['X-Own', '1'],
          ],
        }),
        judged(['x-own']),
      ),
    );
    expect(init.headers).toEqual({ 'Content-Type': 'text/plain', 'X-Own': '1' });
    expect([init.mode, init.credentials]).toEqual(['cors', 'same-origin']);
  });

  test('says what it assumes and what is not there', () => {
    const script = toFetch(
      request({ unknown: ['x-a', '`id`'], redacted: true, url: 'https://a.test/?t=REDACTED' }),
      judged([]),
    );
    expect(script.split('\n').filter((line) => line.startsWith('//'))).toEqual([
      '// Credentials were replaced by REDACTED',
      '// The preflight failed and so the values of these headers were never sent: x-a',
      '// The body is not part of the capture',
      '// The capture does not tell the credentials mode',
    ]);
  });
});
