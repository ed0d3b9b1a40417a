import { expect, test } from 'vitest';
import { requestHeaderKind } from './request-header-kind.ts';

test.each([
  ['Cookie', 'forbidden'],
  ['Sec-Fetch-Mode', 'forbidden'],
  ['proxy-authorization', 'forbidden'],
  ['Content-Type', 'by-value'],
  ['Range', 'by-value'],
  ['X-HTTP-Method-Override', 'override'],
  ['DPR', 'by-value'],
  ['Authorization', 'unsafe'],
  ['user-agent', 'unsafe'],
])('%s is %s', (name, kind) => {
  expect(requestHeaderKind(name)).toEqual({ name: name.toLowerCase(), kind });
});
