import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, judged } from '../testing.ts';
import { broadMethods } from './broad-methods.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const asked = (methods: string, more: Case = {}): Case => ({
  method: 'PUT',
  preflight: { headers: { ...acao, 'access-control-allow-methods': methods } },
  actual: { headers: acao },
  ...more,
});
const before = (count: number, of: Case) =>
  Array.from({ length: count }, (_, n) => judged({ ...of, id: `before-${n}` }));
const many = (methods: string, of: Case = asked(methods)): Case => ({
  ...asked(methods),
  siblings: before(9, of),
});

ruleCases(broadMethods, {
  found: {
    '`*`': asked('*'),
    'DELETE, which none of ten preflights needed': many('GET,PUT,DELETE,OPTIONS'),
    'PATCH in another case than any request': many('patch,PUT'),
  },
  nearMisses: {
    'what is needed': many('PUT'),
    'safelisted methods and OPTIONS': many('GET,HEAD,POST,PUT,OPTIONS'),
    'too few preflights to tell': { ...many('PUT,DELETE'), siblings: before(8, asked('PUT,DELETE')) },
    'another call of the API needs it': {
      ...asked('PUT,DELETE'),
      siblings: [
        ...before(9, asked('PUT,DELETE')),
        judged(asked('PUT,DELETE', { method: 'DELETE', id: 'd' })),
      ],
    },
    'a list that does not parse': asked('PUT, D(LETE'),
    'a blocked call': asked('*', { verdict: { outcome: 'network-error' } }),
  },
});

test('only the latest preflight of the API speaks', () => {
  const made = asked('*', { id: 'first' });
  expect(finding('broad-methods', made)).not.toBeNull();
  const [later] = before(1, asked('PUT'));
  if (later === undefined) throw new Error('no sibling');
  const { siblings: _, ...rest } = made;
  const own = judged({ ...rest });
  const gateway = { kind: 'rest', evidence: [] } as const;
  expect(broadMethods.find({ ...own, gateway, siblings: [own, later], template: null })).toBeNull();
});

test('a list may well be needed by calls that were not captured', () => {
  expect(finding('broad-methods', many('PUT,DELETE'))).toMatchObject({
    severity: 'info',
    confidence: 'likely',
  });
  expect(finding('broad-methods', many('PUT,DELETE'))?.explanation).toContain('none needed "DELETE"');
  expect(finding('broad-methods', asked('*'))).toMatchObject({ severity: 'info', confidence: 'certain' });
});
