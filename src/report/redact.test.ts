import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../cors/index.ts';
import { buildReport } from './build.ts';
import { base, leaking, outputs } from './redact.testing.ts';
import { sampleApi, sampleInput, sampleMessages } from './samples.ts';

const headerSpots = [
  ['Authorization', (s: string) => `Bearer ${s}`],
  ['authorization', (s: string) => s],
  ['Authorization', (s: string) => `AWS4-HMAC-SHA256 Credential=AK, SignedHeaders=host, Signature=${s}`],
  ['Proxy-Authorization', (s: string) => `Basic ${s}`],
  ['Cookie', (s: string) => `a=b; sid=${s}`],
  ['X-Api-Key', (s: string) => s],
  ['X-CSRF-Token', (s: string) => s],
  ['Client-Secret-Value', (s: string) => s],
  ['X-Amz-Security-Token', (s: string) => s],
  ['Referer', (s: string) => `https://app.test/?access_token=${s}`],
] as const;

const parameters = [
  'X-Amz-Signature',
  'X-Amz-Credential',
  'X-Amz-Security-Token',
  'Signature',
  'token',
  'access_token',
  'id_token',
  'api_key',
  'code',
  'acc%65ss_token',
];
const urlSpots: readonly (readonly [string, (s: string) => string])[] = [
  ...parameters.map((name) => [name, (s: string) => `${base}?a=1&${name}=${s}&z=2`] as const),
  ['userinfo', (s) => `https://user:${s}@api.test/orders`],
  ['user name', (s) => `https://${s}@api.test/orders`],
  ['URL in a parameter', (s) => `${base}?next=${encodeURIComponent(`https://b.test/?token=${s}`)}`],
];

const secret = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/).map((s) => `s3${s}`);

describe('redaction', () => {
  test.each(headerSpots)('a secret in request header %s is in no output', (name, valueWith) => {
    fc.assert(
      fc.property(secret, (s) => {
        expect(outputs(leaking({ header: [name, valueWith(s)] }, s), s)).not.toContain(s);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['Set-Cookie', (s: string) => `sid=${s}; Path=/; HttpOnly`],
    ['Location', (s: string) => `/cb?code=${s}`],
    ['X-Refresh-Token', (s: string) => s],
  ] as const)('a secret in response header %s is in no output', (name, valueWith) => {
    fc.assert(
      fc.property(secret, (s) => {
        expect(outputs(leaking({ responseHeader: [name, valueWith(s)] }, s), s)).not.toContain(s);
      }),
      { numRuns: 20 },
    );
  });

  test.each(urlSpots)('a secret in a URL (%s) is in no output', (_spot, urlOf) => {
    fc.assert(
      fc.property(secret, (s) => {
        expect(outputs(leaking({ url: urlOf(s) }, s), s)).not.toContain(s);
      }),
      { numRuns: 20 },
    );
  });

  test('secrets of odd characters go too, encoded or not', () => {
    const odd = 'pa ss"w<ö>rd&1';
    const all = outputs(leaking({ url: `${base}?token=${encodeURIComponent(odd)}` }, odd), odd);
    expect(all).not.toContain('pa ss');
    expect(all).not.toContain(encodeURIComponent(odd));
  });

  test('a secret that a rule quotes, escaped and cut short, goes too', () => {
    const long = `s3"${'cret'.repeat(60)}`;
    const diagnosed = leaking({ header: ['X-Api-Key', long] }, 'x');
    const quoted = `"${long.replace('"', '\\"').slice(0, 100)}…"`;
    const findings = diagnosed.findings.map((finding) => ({
      ...finding,
      explanation: `It says ${quoted} now.`,
    }));
    const all = outputs({ ...diagnosed, findings }, 'x');
    expect(all).not.toContain('cretcret');
    expect(all).toContain('It says "REDACTED…" now.');
  });

  test.each([
    ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
    ['an AWS access key id', 'AKIAABCDEFGHIJKLMNOP'],
  ])('%s is known by its form wherever it stands', (_what, value) => {
    expect(outputs(leaking({ header: ['X-Debug', value] }, value), value)).not.toContain(value);
  });

  test('everything stays when the user opts out', () => {
    const all = outputs(leaking({ header: ['Authorization', 'Bearer s3cretvalue99'] }, 'x'), 'x', false);
    expect(all).toContain('Bearer s3cretvalue99');
    expect(all).not.toContain('REDACTED');
  });

  test.each([
    ['Authorization', 'Bearer abcdefghijkl', 'Bearer REDACTED'],
    ['Cookie', 'a=b', 'REDACTED'],
    ['Access-Control-Allow-Credentials', 'true', 'true'],
    ['Access-Control-Allow-Headers', 'authorization, x-api-key', 'authorization, x-api-key'],
    ['Accept', 'application/json', 'application/json'],
    ['Location', '/cb?code=1&state=ok', '/cb?code=REDACTED&state=ok'],
    ['X-Next', 'https://u:p@b.test/', 'https://REDACTED@b.test/'],
  ])('%s: %s becomes %s', (name, value, expected) => {
    const report = buildReport(sampleInput([leaking({ header: [name, value] }, 'x')]), { redact: true });
    expect(report.exchanges[0]?.request.headers).toEqual([[name, expected]]);
  });

  test('what CORS is about stays, even where a cookie repeats it', () => {
    const origin = 'http://localhost:3000';
    const cookie: HeaderLine = ['Cookie', `next=${origin}; consent=true; h=authorization`];
    const diagnosed = leaking({ header: cookie }, 'x');
    const acao: HeaderLine = ['Access-Control-Allow-Origin', origin];
    const acac: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
    const messages = sampleMessages('GET', base, [cookie, ['authorization', 'Bearer 1']], {
      status: 200,
      headers: [acao, acac],
    });
    const exchange = { ...diagnosed.exchange, hops: [{ url: base, preflight: null, actual: messages }] };
    const report = buildReport(sampleInput([{ ...diagnosed, exchange }]), { redact: true });
    expect(report.exchanges[0]?.hops[0]?.actual?.response?.headers).toEqual([acao, acac]);
    expect(report.exchanges[0]?.origin).toBe(origin);
    expect(report.apis[0]?.policy).toEqual(sampleApi().policy);
  });

  test('a secret of one request goes where another request’s finding repeats it', () => {
    const one = leaking({ header: ['Authorization', 'Bearer s3cretvalue99'] }, 'x');
    const two = leaking({}, 's3cretvalue99');
    const report = buildReport(sampleInput([one, two]), { redact: true });
    expect(JSON.stringify(report)).not.toContain('s3cretvalue99');
  });

  test('no odd string makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const diagnosed = leaking({ header: [a, b], url: `https://x/?${a}=${b}&token=${b}` }, a);
        expect(outputs(diagnosed, b).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
