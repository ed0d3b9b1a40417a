/** As someone would look for a secret who was given the file: in every place, in every form, at every length. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../cors/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import { base, leaking, outputs } from './redact.testing.ts';
import { sampleMessages } from './samples.ts';

type Plant = (secret: string) => string;
const jwt = (s: string): string => `eyJhbGciOiJIUzI1NiJ9.${s}.${s}`;

const requestHeaders: readonly (readonly [string, Plant])[] = [
  ...[
    'Authorization',
    'X-Amzn-Remapped-Authorization',
    'Proxy-Authentication-Info',
    'X-Auth',
    'auth-user',
  ].map((name) => [name, (s: string) => s] as const),
  ...['Ocp-Apim-Subscription-Key', 'X-Functions-Key', 'api_key', 'X-Master-Key', 'X-Hub-Signature-256'].map(
    (name) => [name, (s: string) => s] as const,
  ),
  ...[
    'X-Session',
    'X-Xsrf',
    'csrf',
    'X-OTP',
    'X-Forwarded-Client-Cert',
    'X-Amz-Security-Token',
    'Cookie2',
  ].map((name) => [name, (s: string) => s] as const),
  ['Authorization', (s) => `Basic ${btoa(`user:${s}`)}`],
  ['Authorization', (s) => `Digest username="u", response="${s}"`],
  ['Cookie', (s) => `a="${s}"`],
  ['Cookie', (s) => s],
  ['X-Debug', (s) => `Bearer ${s}`],
  ['X-Debug', (s) => `token=${s}`],
  ['X-Debug', (s) => `a=b; access_token=${s}`],
  ['X-Debug', (s) => `a=b, client_secret="${s}"`],
  ['X-Debug', (s) => `{"ok":1,"refresh_token": "${s}"}`],
  ['X-Debug', (s) => jwt(s)],
  ['X-Debug', (s) => `${jwt(s)}.iv${s}.tag${s}`],
  ['X-Debug', (s) => `x_${jwt(s)}`],
  ['Referer', (s) => `https://app.test/cb#access_token=${s}`],
  ['Referer', (s) => `https://app.test/${jwt(s)}/x`],
];

const responseHeaders: readonly (readonly [string, Plant])[] = [
  ['Set-Cookie', (s) => `sid=${s}; Secure; SameSite=None; Domain=a.test`],
  ['Set-Cookie', (s) => `sid=1; Secure; Path=/${s}`],
  ['Location', (s) => `https:\\\\user:${s}@b.test/`],
  ['Location', (s) => `https:user:${s}@b.test/`],
  ['Location', (s) => `//user:${s}@b.test/`],
  ['Location', (s) => `/cb?x=https://b.test/?token=${s}`],
  ['Location', (s) => `/cb#${s}`],
  ['Location', (s) => `/cb?SAMLResponse=${s}&RelayState=${s}`],
  ['Link', (s) => `<https://b.test/f?X-Amz-Signature=${s}&X-Amz-Expires=60>; rel="next"`],
  ['Refresh', (s) => `5; url=/login?ticket=${s}`],
  ['Content-Location', (s) => `/f;jsessionid=${s}?a=1`],
  ['X-Error', (s) => `bad request: "api_key": "${s}"`],
];

const nest = (url: string, times: number): string =>
  times === 0 ? url : nest(`https://n.test/?next=${encodeURIComponent(url)}`, times - 1);

const urls: readonly (readonly [string, Plant])[] = [
  ...[
    'Policy',
    'Key-Pair-Id',
    'Expires',
    'AWSAccessKeyId',
    'X-Goog-Signature',
    'sig',
    'key',
    'sid',
    'pass',
  ].map((name) => [name, (s: string) => `${base}?${name}=${s}`] as const),
  ...['code_verifier', 'x'.repeat(150).concat('token'), '%74oken', 'TOKEN', 'user[password]'].map(
    (name) => [name.slice(0, 20), (s: string) => `${base}?a=b&${name}=${s}`] as const,
  ),
  ['a fragment', (s) => `${base}#${s}`],
  ['a token in the path', (s) => `${base}/${jwt(s)}/x`],
  ['a token in any parameter', (s) => `${base}?state=${jwt(s)}`],
  ['base64 of JSON', (s) => `${base}?ctx=${btoa(JSON.stringify({ session: s }))}`],
  ['JSON in a parameter', (s) => `${base}?q=${encodeURIComponent(JSON.stringify({ password: s }))}`],
  ['an encoded token', (s) => `${base}?r=a%3D${encodeURIComponent(jwt(s))}`],
  ['a URL that is not encoded', (s) => `${base}?next=https://b.test/?token=${s}`],
  ...[1, 2, 3, 4, 7].map(
    (depth) => [`${depth} URLs deep`, (s: string) => nest(`https://b.test/?token=${s}`, depth)] as const,
  ),
];

const long = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/).map((s) => `s3C${s}`);

/** What of it stands elsewhere, too: nothing, the secret itself, or all of what was planted. */
const copies: readonly ((secret: string, planted: string) => string)[] = [
  () => 'nothing',
  (secret, planted) => (/eyJ|Path=\/s3/.test(planted) ? planted : secret),
  (_secret, planted) => planted,
];

function neverIn(plant: Plant, leak: (planted: string, copy: string) => Diagnosed): void {
  fc.assert(
    fc.property(long, fc.constantFrom(...copies), (s, copyOf) => {
      const copy = copyOf(s, plant(s));
      const all = outputs(leak(plant(s), copy), copy);
      expect(all).not.toContain(s);
      expect(all).not.toContain(btoa(`user:${s}`));
    }),
    { numRuns: 12 },
  );
}

describe('a secret is in no file and no copy', () => {
  test.each(requestHeaders)('that was planted in the request header %s', (name, plant) => {
    neverIn(plant, (value, copy) => leaking({ header: [name, value] }, copy));
  });

  test.each(responseHeaders)('that was planted in the response header %s', (name, plant) => {
    neverIn(plant, (value, copy) => leaking({ responseHeader: [name, value] }, copy));
  });

  test.each(urls)('that was planted in a URL: %s', (_what, plant) => {
    neverIn(plant, (url, copy) => leaking({ url }, copy));
  });

  test('that was planted in a preflight from before, in a frame of the call, or in the template’s name', () => {
    neverIn(
      (s) => s,
      (s, copy) => {
        const plain = leaking({}, copy);
        const url = `${base}?token=${s}`;
        const header: HeaderLine = ['Referer', url];
        const cachedPreflight = sampleMessages('OPTIONS', url, [header], { status: 200, headers: [header] });
        const call = [{ functionName: `${url}`, url, line: 1, column: 1 }];
        return { ...plain, exchange: { ...plain.exchange, cachedPreflight, call } };
      },
    );
  });

  test('that is nested deeper than is looked: all of it goes', () => {
    const url = nest('https://b.test/?token=s3cret-value-1', 12);
    expect(outputs(leaking({ url }, 'x'), 'x')).not.toContain('s3cret-value-1');
  });

  test('that is short, where it stands between other characters than a word’s', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2}\d[a-z0-9]{1,3}$/), (s) => {
        expect(outputs(leaking({ header: ['X-Api-Key', `q${s}`] }, `q${s}`), `q${s}`)).not.toMatch(
          new RegExp(`(?<![\\w-])q${s}(?![\\w-])`),
        );
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    'ghp_0123456789abcdefghij0123456789abcdef',
    'github_pat_11ABCDEFG0123456789_abcdef',
    'glpat-0123456789abcdefghij',
    'xoxb-012345678901-abcdef',
    'sk_live_0123456789abcdef',
    'AIzaSyA0123456789abcdefghij0123456789abc',
    'ya29.a0AfH6SMB0123456789',
    'ASIAIOSFODNN7EXAMPLE',
    'npm_0123456789abcdefghij0123456789abcdef',
  ])('that is of a known form: %s', (token) => {
    expect(outputs(leaking({ header: ['X-Note', `see ${token} there`] }, token), token)).not.toContain(token);
  });
});

describe('what is no secret stays', () => {
  test.each([
    ['Access-Control-Allow-Origin', 'https://app.test'],
    ['WWW-Authenticate', 'Bearer realm="orders", error="invalid_token"'],
    ['x-amzn-ErrorType', 'MissingAuthenticationTokenException'],
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Vary', 'Origin, Access-Control-Request-Headers'],
    ['Idempotency-Key', '1'],
    ['X-Note', 'Basic authentication is not the way'],
    ['Location', 'https://b.test/orders?page=2&sort=name'],
    ['Cache-Control', 'max-age=60, public'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZQ=='],
  ])('%s: %s', (name, value) => {
    expect(outputs(leaking({ responseHeader: [name, value] }, 'x'), 'x')).toContain(JSON.stringify(value));
  });

  test('words that everyday parameters and places in a page repeat', () => {
    const url = `${base}?key=dashboards#/dashboards`;
    const all = outputs(leaking({ url, header: ['Referer', 'https://app.test/dashboards'] }, 'x'), 'x');
    expect(all).toContain('https://app.test/dashboards');
    expect(all).not.toContain('key=dashboards');
  });

  test('how a cookie crosses sites', () => {
    const cookie: HeaderLine = ['Set-Cookie', 'sid=s3cret-value-1; Path=/; Secure; SameSite=None; HttpOnly'];
    expect(outputs(leaking({ responseHeader: cookie }, 'x'), 'x')).toContain(
      'REDACTED; Secure; SameSite=None; HttpOnly',
    );
  });
});
