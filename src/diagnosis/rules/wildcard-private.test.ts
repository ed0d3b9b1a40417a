import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding } from '../testing.ts';
import { wildcardPrivate } from './wildcard-private.ts';

const at = (host: string, more: Case = {}): Case => ({
  kind: 'other',
  url: `http://${host}/status`,
  actual: { headers: { 'access-control-allow-origin': '*' } },
  ...more,
});

ruleCases(wildcardPrivate, {
  found: Object.fromEntries(
    [
      '10.1.2.3',
      '192.168.0.1',
      '172.16.9.9:8080',
      '172.31.0.1',
      '169.254.1.1',
      '[fd00::1]',
      'printer',
      'wiki.corp',
      'nas.local',
      'localhost:8080',
      '127.0.0.1:8080',
    ].map((host) => [host, at(host)]),
  ),
  nearMisses: {
    'a public host': at('api.example'),
    'an address that only begins like a private one': at('172.32.0.1'),
    'a name that only begins like an address': at('10.example.com'),
    'a developer’s page and server on one machine': at('localhost:8080', { origin: 'http://localhost:3000' }),
    'a named origin': at('10.1.2.3', {
      actual: { headers: { 'access-control-allow-origin': 'https://app.example' } },
    }),
    'blocked anyway': at('10.1.2.3', { verdict: { outcome: 'network-error' } }),
  },
});

test('it stands in for the general word on `*`', () => {
  expect(finding('wildcard-origin', at('10.1.2.3'))).toBeNull();
  expect(finding('wildcard-origin', at('localhost:1', { origin: 'http://localhost:3000' }))).not.toBeNull();
});
