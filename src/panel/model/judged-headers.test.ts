import { expect, test } from 'vitest';
import type { HeaderLines } from '../../cors/index.ts';
import { diagnosed, message, origin } from '../gallery/make.ts';
import { isCorsHeader, judgeResponse } from './judged-headers.ts';

function judged(
  part: 'preflight' | 'actual',
  got: HeaderLines,
  {
    credentials = 'omit',
    headers = ['x-a', 'x-b'],
  }: { credentials?: 'omit' | 'include'; headers?: readonly string[] } = {},
) {
  const url = 'https://api.example/';
  const exchanged = message({ method: 'PUT', url, status: 200, got });
  const subject = diagnosed({
    id: '1',
    apiId: 'a',
    kind: 'http',
    url,
    actual: exchanged,
    judgement: { inferred: { credentials }, needs: { method: 'PUT', headers } },
  });
  return judgeResponse(subject, exchanged, part).map(({ name, state, expected }) =>
    [name.replace('access-control-allow-', ''), state, expected].filter((each) => each !== null).join(' '),
  );
}

const acao = ['access-control-allow-origin', origin] as const;

test.each<[string, HeaderLines, readonly string[]]>([
  ['right', [acao], ['origin ok']],
  ['absent', [], [`origin missing ${origin}`]],
  ['a slash too many', [['access-control-allow-origin', `${origin}/`]], [`origin wrong ${origin}`]],
  ['twice', [acao, acao], [`origin wrong ${origin}`]],
])('actual response, allow-origin %s', (_, got, expected) => {
  expect(judged('actual', got)).toEqual(expected);
});

test('with credentials the wildcard is wrong, and allow-credentials is owed as the exact word', () => {
  const got: HeaderLines = [
    ['access-control-allow-origin', '*'],
    ['access-control-allow-credentials', 'TRUE'],
  ];
  expect(judged('actual', got, { credentials: 'include' })).toEqual([
    `origin wrong ${origin}`,
    'credentials wrong true',
  ]);
  expect(judged('actual', got)).toEqual(['origin ok']);
});

test.each<[string, HeaderLines, readonly string[]]>([
  [
    'lists',
    [acao, ['access-control-allow-methods', 'PUT'], ['access-control-allow-headers', 'X-A, x-b']],
    ['origin ok', 'methods ok', 'headers ok'],
  ],
  [
    'wildcards',
    [acao, ['access-control-allow-methods', '*'], ['access-control-allow-headers', '*']],
    ['origin ok', 'methods ok', 'headers ok'],
  ],
  [
    'one header short',
    [acao, ['access-control-allow-methods', 'put'], ['access-control-allow-headers', 'x-a']],
    ['origin ok', 'methods wrong PUT', 'headers wrong x-a, x-b'],
  ],
  ['nothing', [], [`origin missing ${origin}`, 'methods missing PUT', 'headers missing x-a, x-b']],
  [
    'unparsable',
    [acao, ['access-control-allow-methods', 'PUT'], ['access-control-allow-headers', 'x a']],
    ['origin ok', 'methods ok', 'headers wrong x-a, x-b'],
  ],
])('preflight response with %s', (_, got, expected) => {
  expect(judged('preflight', got)).toEqual(expected);
});

test('a preflight’s status must be ok', () => {
  const url = 'https://api.example/';
  const refused = message({ method: 'OPTIONS', url, status: 401, got: [acao] });
  const subject = diagnosed({ id: '1', apiId: 'a', kind: 'http', url, preflight: refused });
  expect(judgeResponse(subject, refused, 'preflight')).toContainEqual({
    name: ':status',
    state: 'wrong',
    expected: '200 to 299',
  });
  expect(judgeResponse(subject, refused, 'actual').map(({ name }) => name)).not.toContain(':status');
});

test('no unsafe header, no allow-headers expected', () => {
  expect(judged('preflight', [acao, ['access-control-allow-methods', 'PUT']], { headers: [] })).toEqual([
    'origin ok',
    'methods ok',
  ]);
});

test.each([
  ['Origin', true],
  ['Access-Control-Max-Age', true],
  ['vary', true],
  ['content-type', false],
])('%s takes part in CORS: %s', (name, expected) => {
  expect(isCorsHeader(name)).toBe(expected);
});
