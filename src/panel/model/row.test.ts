import { expect, test } from 'vitest';
import { assumed, headerNotAllowed, pending } from '../gallery/http-exchanges.ts';
import { blockedPreflight, healthy, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { statusTitle } from './row.ts';

test.each([
  [blockedPreflight, 'Preflight: 401\nRequest: no answer\nCORS error: PreflightMissingAllowOriginHeader'],
  [noAllowOrigin, 'Request: 200\nCORS error: MissingAllowOriginHeader'],
  [healthy, 'Request: 200'],
  [pending, 'Request: no answer yet'],
])('the status cell’s tip says what the cell has no room for', (diagnosed, title) => {
  expect(statusTitle(diagnosed)).toBe(title);
});

test('a code that is only assumed is not told as certain', () => {
  const { verdict } = assumed.judgement;
  const blocked = {
    ...assumed,
    judgement: {
      ...assumed.judgement,
      verdict: { ...verdict, outcome: 'blocked', code: 'MissingAllowOriginHeader' } as const,
    },
  };
  expect(statusTitle(blocked)).toContain('MissingAllowOriginHeader (assumed)');
  expect(statusTitle(headerNotAllowed)).not.toContain('assumed');
});
