import { expect, test } from 'vitest';
import { corsErrorCodes } from '../../cors/index.ts';
import { actualWithout, blocked, finding } from '../testing.ts';

test.each(corsErrorCodes)('%s is explained', (code) => {
  const found = finding('reason-code', { verdict: blocked('actual', code, 'bad\nvalue') });
  expect(found).toMatchObject({ severity: 'error', causedBy: null });
  expect(found?.explanation).toContain(code);
  expect(found?.explanation).toContain('"bad\\u000avalue"');
});

test('what the call itself brings about is the client’s', () => {
  expect(finding('reason-code', { verdict: blocked('actual', 'DisallowedByMode') })).toMatchObject({
    owner: 'client',
    remedies: ['mend-client'],
  });
});

test('beside a closer rule it is only the symptom', () => {
  expect(finding('reason-code', actualWithout(200))?.causedBy).toBe('integration-allow-origin-missing');
});

test('silent where nothing is blocked', () => {
  expect(finding('reason-code', { actual: {} })).toBeNull();
});
