import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, judged } from '../testing.ts';
import { broadHeaders } from './broad-headers.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const asked = (listed: string, more: Case = {}): Case => ({
  headers: ['x-source'],
  preflight: { headers: { ...acao, 'access-control-allow-headers': listed } },
  actual: { headers: acao },
  ...more,
});
const before = (count: number, of: Case) =>
  Array.from({ length: count }, (_, n) => judged({ ...of, id: `before-${n}` }));
const many = (listed: string): Case => ({ ...asked(listed), siblings: before(9, asked(listed)) });

ruleCases(broadHeaders, {
  found: {
    '`*`': asked('*'),
    'a name that none of ten preflights needed': many('x-source,X-HTTP-Method-Override'),
  },
  nearMisses: {
    'what is needed, in another case': many('X-Source'),
    'names that most pages send': many('x-source, Content-Type, accept'),
    'too few preflights to tell': {
      ...asked('x-source,x-other'),
      siblings: before(8, asked('x-source,x-other')),
    },
    'another call of the API needs it': {
      ...asked('x-source,x-other'),
      siblings: [
        ...before(9, asked('x-source,x-other')),
        judged(asked('x-source,x-other', { headers: ['x-other'], id: 'other' })),
      ],
    },
    'a list that does not parse': asked('*, x source'),
    'no preflight of its own': { headers: ['x-source'], state: 'cached', actual: { headers: acao } },
  },
});

test('what is unused is named, and what is needed beside `*`', () => {
  expect(finding('broad-headers', many('x-source,x-b'))?.explanation).toContain('none needed "x-b"');
  expect(finding('broad-headers', asked('*'))?.explanation).toContain('need "x-source"');
});
