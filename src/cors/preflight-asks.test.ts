import { expect, it } from 'vitest';
import type { HeaderLines } from './headers.ts';
import { type PreflightAsks, preflightAsks } from './preflight-asks.ts';

it.each<[string, HeaderLines, PreflightAsks]>([
  ['neither', [['Origin', 'https://a.test']], { acrm: null, acrh: null }],
  [
    'both, in any case',
    [
      ['Access-Control-Request-Method', ' PUT'],
      ['ACCESS-CONTROL-REQUEST-HEADERS', 'x-a,x-b'],
    ],
    { acrm: 'PUT', acrh: 'x-a,x-b' },
  ],
  [
    'a list in two lines',
    [
      ['access-control-request-headers', 'x-a'],
      ['access-control-request-method', 'PUT'],
      ['access-control-request-headers', 'x-b'],
    ],
    { acrm: 'PUT', acrh: 'x-a, x-b' },
  ],
])('%s', (_, lines, asks) => {
  expect(preflightAsks(lines)).toEqual(asks);
});
