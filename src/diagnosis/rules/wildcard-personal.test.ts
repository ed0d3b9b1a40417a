import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, type Headers, judged } from '../testing.ts';
import { wildcardPersonal } from './wildcard-personal.ts';

const star = { 'access-control-allow-origin': '*' };
const answered = (headers: Headers, sent: Headers = {}, more: Case = {}): Case => ({
  actual: { headers: { ...star, ...headers } },
  sent,
  ...more,
});
const token = { authorization: 'Bearer t' };
const anonymous = (headers: Headers, more: Case = {}) => [
  judged(answered(headers, {}, { id: 'anonymous', ...more })),
];
const personal = answered({ 'content-length': '512' }, token);

ruleCases(wildcardPersonal, {
  found: {
    'another length with a token': { ...personal, siblings: anonymous({ 'content-length': '20' }) },
    'another tag with a cookie': {
      ...answered({ etag: '"a"' }, { cookie: 'id=1' }),
      siblings: anonymous({ etag: '"b"' }),
    },
    'another status': {
      ...personal,
      siblings: anonymous({}, { actual: { status: 401, headers: star } }),
    },
  },
  nearMisses: {
    'the same answer to everybody': { ...personal, siblings: anonymous({ 'content-length': '512' }) },
    'nothing to compare with': personal,
    'nothing captured that differs': { ...answered({}, token), siblings: anonymous({}) },
    'another URL': {
      ...personal,
      siblings: anonymous({ 'content-length': '20' }, { url: 'https://api.example/other' }),
    },
    'another query': {
      ...personal,
      url: 'https://api.example/a?page=1',
      siblings: anonymous({ 'content-length': '20' }, { url: 'https://api.example/a?page=2' }),
    },
    'another method': { ...personal, siblings: anonymous({ 'content-length': '20' }, { method: 'HEAD' }) },
    'a named origin': {
      ...personal,
      actual: { headers: { 'access-control-allow-origin': 'https://app.example', 'content-length': '512' } },
      siblings: anonymous({ 'content-length': '20' }),
    },
    'both signed in': {
      ...personal,
      siblings: [judged(answered({ 'content-length': '20' }, token, { id: 'other' }))],
    },
  },
});

test('the difference is named, and it is no more than likely', () => {
  const found = finding('wildcard-personal', {
    ...personal,
    siblings: anonymous({ 'content-length': '20' }),
  });
  expect(found).toMatchObject({ severity: 'info', confidence: 'likely' });
  expect(found?.explanation).toContain('another content-length');
});
