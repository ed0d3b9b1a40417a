import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding, judged } from '../testing.ts';
import { exposeHeadersSensitive } from './expose-headers-sensitive.ts';

const exposing = (listed: string, more: Case = {}): Case => ({
  actual: {
    headers: {
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': listed,
    },
  },
  ...more,
});

ruleCases(exposeHeadersSensitive, {
  found: Object.fromEntries(
    ['Authorization', 'x-request-id, X-Auth-Token', 'Set-Cookie', 'x-amz-security-token'].map((listed) => [
      listed,
      exposing(listed),
    ]),
  ),
  nearMisses: {
    'plain headers': exposing('etag, x-request-id, x-total-count'),
    '`*`': exposing('*'),
    'a list that does not parse': exposing('authorization, a b'),
    'a blocked answer': exposing('authorization', {
      verdict: blocked('actual', 'AllowOriginMismatch'),
    }),
  },
});

test('Set-Cookie alone is useless, not dangerous', () => {
  expect(finding('expose-headers-sensitive', exposing('set-cookie'))?.title).toContain('cannot be exposed');
  const both = finding('expose-headers-sensitive', exposing('set-cookie, authorization'));
  expect(both?.explanation).toContain('"authorization"');
  expect(both?.explanation).not.toContain('"set-cookie"');
});

test('once per API: a later answer that exposes takes the note over', () => {
  const own = judged(exposing('authorization'));
  const later = judged(exposing('etag', { id: 'later' }));
  const gateway = { kind: 'rest', evidence: [] } as const;
  expect(exposeHeadersSensitive.find({ ...own, gateway, siblings: [own], template: null })).not.toBeNull();
  expect(exposeHeadersSensitive.find({ ...own, gateway, siblings: [own, later], template: null })).toBeNull();
});
