import { expect, test } from 'vitest';
import type { Exchange } from '../../exchange/index.ts';
import { judge } from '../../exchange/index.ts';
import { blocked, finding, subject, unanswered } from '../testing.ts';
import { insecureUrl } from './insecure-url.ts';

const url = 'http://api.example/orders';
const hsts = (over: Parameters<typeof unanswered>[0] = {}) =>
  subject(
    unanswered({ url, error: 'net::ERR_FAILED', unansweredPreflight: 'net::ERR_INVALID_REDIRECT', ...over }),
  );
const found = ({ exchange }: { exchange: Exchange }) =>
  insecureUrl.find({ ...hsts(), exchange, judgement: judge(exchange) });

test('a preflight that the browser itself moved to https', () => {
  expect(found(hsts())?.title).toContain('preflight fails');
});

test('in webRequest it is a preflight that was never sent', () => {
  const { exchange } = hsts({ unansweredPreflight: 'net::ERR_FAILED', source: 'webRequest' });
  const unsent = exchange.hops.map((hop) => ({
    ...hop,
    preflight: hop.preflight && {
      ...hop.preflight,
      request: { ...hop.preflight.request, headersKnown: false },
    },
  }));
  expect(judge({ ...exchange, hops: unsent }).verdict).toMatchObject({
    outcome: 'blocked',
    code: 'PreflightDisallowedRedirect',
  });
  expect(found({ exchange: { ...exchange, hops: unsent } })).not.toBeNull();
  expect(found({ exchange })).toBeNull();
});

const moved = (first: string, sent: string) => {
  const one = subject({
    hopsBefore: 1,
    origin: sent,
    actual: { headers: { 'access-control-allow-origin': 'https://app.example' } },
    verdict: blocked('actual', 'AllowOriginMismatch'),
  });
  const hops = one.exchange.hops.map((hop, at) => (at === 0 ? { ...hop, url: first } : hop));
  return insecureUrl.find({ ...one, exchange: { ...one.exchange, hops } });
};
const http = 'http://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod/orders';

test('a redirect to https of the same host makes the origin null', () => {
  expect(moved(http, 'null')?.title).toContain('makes the origin');
});

test('not where the origin was kept, nor where the redirect went elsewhere', () => {
  expect(moved(http, 'https://app.example')).toBeNull();
  expect(moved('http://other.example/', 'null')).toBeNull();
  expect(finding('insecure-url', unanswered({ url, error: 'net::ERR_FAILED' }))).toBeNull();
});
