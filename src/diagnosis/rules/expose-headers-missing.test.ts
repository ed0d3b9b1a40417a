import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, type Headers, judged } from '../testing.ts';
import { exposeHeadersMissing } from './expose-headers-missing.ts';

const carrying = (headers: Headers, more: Case = {}, status = 200): Case => ({
  actual: { status, headers: { 'access-control-allow-origin': 'https://app.example', ...headers } },
  ...more,
});

ruleCases(exposeHeadersMissing, {
  found: {
    'a count of pages': carrying({ 'X-Total-Count': '40' }),
    'the name of a download': carrying({ 'content-disposition': 'attachment' }),
    'where the new thing is': carrying({ location: '/orders/2' }, { method: 'POST' }, 201),
    'when to come back': carrying({ 'retry-after': '3' }, {}, 503),
    'the tag of an uploaded part': carrying({ etag: '"a"' }, { method: 'PUT' }),
    'another one is exposed': carrying({ link: '</2>', 'access-control-expose-headers': 'etag' }),
    '`*` with credentials is only a name': carrying(
      { 'x-request-id': '1', 'access-control-expose-headers': '*' },
      { credentials: 'include' },
    ),
  },
  nearMisses: {
    exposed: carrying({ 'x-total-count': '40', 'access-control-expose-headers': 'X-Total-Count' }),
    'exposed by `*`': carrying({ 'x-total-count': '40', 'access-control-expose-headers': '*' }),
    'what AWS adds': carrying({ 'x-amzn-requestid': '1', 'x-amz-apigw-id': '2', 'x-amzn-trace-id': '3' }),
    'safelisted headers': carrying({ 'content-type': 'text/plain', 'last-modified': 'Sun', expires: '0' }),
    'a tag of what is only read': carrying({ etag: '"a"' }),
    'a place that is only mentioned': carrying({ location: '/elsewhere' }),
    'a blocked answer': carrying({ 'x-total-count': '4' }, { verdict: { outcome: 'network-error' } }),
    'the same origin': { actual: { headers: { 'x-total-count': '40' } } },
  },
});

test('of a REST API it says that SAM has no key for it', () => {
  const rest = finding('expose-headers-missing', carrying({ 'x-total-count': '40' }));
  expect(rest).toMatchObject({ severity: 'info', owner: 'handler' });
  expect(rest?.explanation).toContain('no key');
  const http = finding('expose-headers-missing', carrying({ 'x-total-count': '40' }, { kind: 'http' }));
  expect(http?.explanation).toContain('ExposeHeaders');
});

test('once per API: only the latest answer speaks', () => {
  const own = judged(carrying({ 'x-total-count': '40' }));
  const later = judged(carrying({}, { id: 'later' }));
  const gateway = { kind: 'rest', evidence: [] } as const;
  expect(exposeHeadersMissing.find({ ...own, gateway, siblings: [own, later], template: null })).toBeNull();
});
