import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { splitLead } from './lead.ts';
import { actualWithout, findings, preflightWithout, subject } from './testing.ts';

const statuses = [401, 403, 404, 413, 429, 500, 502, 503, 504];
const kinds = ['rest', 'http', 'function-url', 'cloudfront', 'other'] as const;

test.each(statuses)('a hidden %i leads, whatever answered', (status) => {
  for (const kind of kinds) {
    const [first, ...others] = findings({ ...actualWithout(status), kind });
    expect(first?.title).toMatch(new RegExp(`^The real answer was ${status} .+; CORS hides it\\. `));
    for (const other of others) expect(other.title).not.toContain('The real answer');
    expect(first?.explanation.length).toBeGreaterThan(40);
  }
});

test.each(statuses)('a preflight’s %i leads', (status) => {
  for (const kind of kinds)
    expect(findings({ ...preflightWithout(status), kind })[0]?.title).toMatch(
      new RegExp(`^The preflight got ${status} `),
    );
});

test.each([...statuses, 499])('a title led by %i comes apart into the answer and the cause', (status) => {
  const headers = { 'x-amzn-errortype': 'Some.Odd-Exception' };
  for (const kind of kinds)
    for (const scene of [actualWithout(status, headers), preflightWithout(status, headers)]) {
      const title = findings({ ...scene, kind })[0]?.title ?? '';
      const { lead, cause } = splitLead(title);
      expect(lead).toContain(String(status));
      expect(lead).toMatch(/\. $/);
      expect(cause).not.toMatch(/^The real answer|^$/);
      expect(lead + cause).toBe(title);
    }
});

test('a title that nothing leads stays whole', () => {
  for (const cause of ['The preflight got 404', 'Header `x` is not allowed', 'The real answer was. ', ''])
    expect(splitLead(cause)).toEqual({ lead: '', cause });
});

test('the error name and the telling headers stand with it', () => {
  const headers = {
    'x-amzn-errortype': 'ForbiddenException:http://internal/',
    'x-amzn-requestid': 'id-1',
    'www-authenticate': 'Bearer error="invalid_token"',
    'retry-after': '3',
  };
  const [first] = findings(actualWithout(403, headers));
  expect(first?.title).toContain('403 Forbidden (ForbiddenException)');
  for (const [header, value] of Object.entries(headers))
    expect(first?.evidence.filter((each) => each.header === header)).toMatchObject([{ value }]);
});

test('a hostile error name is no part of the title', () => {
  const [first] = findings(actualWithout(403, { 'x-amzn-errortype': '<b>\u202e'.repeat(50) }));
  expect(first?.title).not.toContain('<b>');
});

test('the server’s words are cut text, and decide nothing', () => {
  const of = subject(actualWithout(500));
  const hops = of.exchange.hops.map((hop) => ({
    ...hop,
    actual: hop.actual && {
      ...hop.actual,
      response: hop.actual.response && { ...hop.actual.response, body: `boom\n${'x'.repeat(5000)}` },
    },
  }));
  const [first] = diagnose({ ...of, exchange: { ...of.exchange, hops } });
  const words = first?.evidence.find(({ note }) => note === 'the server’s own words')?.value ?? '';
  expect(words).toContain('boom\\u000a');
  expect(words.length).toBeLessThan(200);
  expect({ ...first, evidence: [] }).toEqual({ ...findings(actualWithout(500))[0], evidence: [] });
});

test('a success, and an answer that CORS lets be read, lead with nothing', () => {
  expect(findings(actualWithout(200))[0]?.title).not.toContain('real answer');
  expect(
    findings({ actual: { status: 500, headers: { 'access-control-allow-origin': '*' } } }),
  ).not.toContainEqual(expect.objectContaining({ title: expect.stringContaining('real answer') }));
});
