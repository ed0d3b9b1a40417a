import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serializeOrigin } from './origin.ts';

describe('serializeOrigin', () => {
  it.each([
    ['https://App.Example.com/a?b#c', 'https://app.example.com'],
    ['https://app.example.com:443/', 'https://app.example.com'],
    ['http://app.example.com:80', 'http://app.example.com'],
    ['https://app.example.com:80', 'https://app.example.com:80'],
    ['http://localhost:05173', 'http://localhost:5173'],
    ['https://user:pass@app.example.com', 'https://app.example.com'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['http://[2001:DB8:0:0::1]:8080/', 'http://[2001:db8::1]:8080'],
    ['http://0x7f.1/', 'http://127.0.0.1'],
    ['http://app.example.com./', 'http://app.example.com.'],
    ['blob:https://app.example.com/6f2c', 'https://app.example.com'],
    [
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html',
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    ],
    ['moz-extension://6a3c-11/page.html', 'moz-extension://6a3c-11'],
    ['data:text/html,hi', 'null'],
    ['file:///home/me/index.html', 'null'],
    ['about:srcdoc', 'null'],
  ])('%s', (url, origin) => {
    expect(serializeOrigin(url)).toBe(origin);
  });

  it.each(['', '/path', 'app.example.com', 'https://', 'http://[bad', 'http://a b/', 'null', '*'])(
    '%j is no URL',
    (url) => {
      expect(serializeOrigin(url)).toBeNull();
    },
  );

  it('never throws, and is its own serialisation', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (url) => {
        const origin = serializeOrigin(url);
        if (origin !== null && origin !== 'null') expect(serializeOrigin(origin)).toBe(origin);
      }),
    );
  });

  it('tells what the URL parser tells, whatever was asked before', () => {
    const parsed = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
    const authority = fc.constantFrom(
      'a.b',
      'A.b',
      'a.b:443',
      'u@a.b',
      'a.b ',
      'a\t.b',
      'a.b\\c',
      '1',
      '[::1]',
      '%41',
      '',
    );
    const url = fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/', 'https:///', ' https://'),
        authority,
        fc.constantFrom('', '/', '?q', '#f', '\\x', '/@c.d', ' ', '\n/x', ':8/'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(url), (urls) => {
        for (const each of urls) expect(serializeOrigin(each)).toBe(parsed(each));
      }),
      { numRuns: 500 },
    );
  });
});
