import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding } from '../testing.ts';
import { httpOriginTrusted } from './http-origin-trusted.ts';

const from = (origin: string, more: Case = {}): Case => ({
  ...more,
  origin,
  actual: { headers: { 'access-control-allow-origin': origin } },
});

ruleCases(httpOriginTrusted, {
  found: {
    'a site over http': from('http://app.example'),
    'an address inside a network': from('http://192.168.1.20:8080'),
  },
  nearMisses: {
    'over https': from('https://app.example'),
    'this machine by name': from('http://localhost:3000'),
    'this machine by address': from('http://127.0.0.1:3000'),
    'this machine in IPv6': from('http://[::1]:3000'),
    'the API is over http as well': from('http://app.example', { url: 'http://api.example/orders' }),
    'let in by `*`': {
      origin: 'http://app.example',
      actual: { headers: { 'access-control-allow-origin': '*' } },
    },
  },
});

test('credentials are named', () => {
  const made: Case = {
    origin: 'http://app.example',
    actual: {
      headers: {
        'access-control-allow-origin': 'http://app.example',
        'access-control-allow-credentials': 'true',
      },
    },
  };
  expect(finding('http-origin-trusted', made)?.title).toContain('with credentials');
});
