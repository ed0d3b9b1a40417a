/** What Firefox's `webRequest` was measured to tell, and what may be concluded from it. */
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { judge } from './judge.ts';
import type { WireEvent } from './wire-event.ts';

const page = 'https://app.test';
const api = 'https://api.test/a';
const firefox = { source: 'webRequest', browser: 'firefox' } as const;

const request = (time: number, url = api): WireEvent => ({
  type: 'request',
  id: '1',
  time,
  method: 'GET',
  url,
  resourceType: 'xhr',
  initiator: page,
  scope: '1/0',
  isPreflight: false,
  preflightOf: null,
});
const sends = (time: number): WireEvent => ({
  type: 'request-headers',
  id: '1',
  time,
  headers: [
    ['Origin', page],
    ['Sec-Fetch-Mode', 'cors'],
  ],
  provisional: false,
});
const redirects = (time: number, headers: HeaderLines): WireEvent => ({
  type: 'redirect',
  id: '1',
  time,
  status: 302,
  headers: [['Location', 'https://b.test/'], ...headers],
  location: 'https://b.test/',
});
const fails = (time: number, error = 'NS_ERROR_NET_ON_RECEIVING_FROM'): WireEvent => ({
  type: 'failure',
  id: '1',
  time,
  error,
});
const verdictOf = (events: readonly WireEvent[]) => {
  const [exchange] = assemble(events, firefox);
  if (exchange === undefined) throw new Error('no exchange');
  return judge(exchange).verdict;
};

describe('a redirect that Firefox announced and then did not follow', () => {
  it('is over, and was refused for its missing allow-origin', () => {
    expect(verdictOf([request(0), sends(1), redirects(2, []), fails(3)])).toMatchObject({
      outcome: 'blocked',
      step: 'actual',
      code: 'MissingAllowOriginHeader',
      url: api,
      basis: 'certain',
    });
  });

  it('was refused for the credentials that no other reason explains', () => {
    const headers: HeaderLines = [['Access-Control-Allow-Origin', '*']];
    expect(verdictOf([request(0), sends(1), redirects(2, headers), fails(3)])).toMatchObject({
      outcome: 'blocked',
      code: 'WildcardOriginNotAllowed',
    });
  });

  it('is not decided before its end', () => {
    const headers: HeaderLines = [['Access-Control-Allow-Origin', page]];
    expect(verdictOf([request(0), sends(1), redirects(2, headers)]).outcome).toBe('pending');
  });
});
