import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, type Case, finding, judged } from '../testing.ts';
import { originNotListed } from './origin-not-listed.ts';

const elsewhere = judged({
  id: '2',
  actual: { headers: { 'access-control-allow-origin': 'https://b.example' } },
});
const silent = judged({ id: '2', actual: {} });
const made: Case = { kind: 'http', ...actualWithout(200), siblings: [elsewhere] };

ruleCases(originNotListed, {
  found: { 'an HTTP API': made, 'a function URL': { ...made, kind: 'function-url' } },
  nearMisses: {
    'no other answer has the headers': { ...made, siblings: [silent] },
    'a crash': { ...made, ...actualWithout(500) },
    'a REST API': { ...made, kind: 'rest' },
  },
});

test('it names the origin and where to list it', () => {
  const found = finding('origin-not-listed', made);
  expect(found?.explanation).toContain('"https://app.example"');
  expect(found).toMatchObject({ confidence: 'likely', remedies: ['cors-configuration'] });
});
