import { expect, test } from 'vitest';
import { finding } from '../testing.ts';

test('no-cors is the page’s own choice', () => {
  const made = { actual: {}, verdict: { outcome: 'not-cors' }, mode: 'no-cors' } as const;
  expect(finding('opaque-response', made)).toMatchObject({ severity: 'info', owner: 'client' });
});

test('not for a same-origin request, nor a CORS one', () => {
  expect(finding('opaque-response', { actual: {}, verdict: { outcome: 'not-cors' } })).toBeNull();
  expect(finding('opaque-response', { actual: {}, mode: 'no-cors' })).toBeNull();
});
