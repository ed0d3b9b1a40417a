import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const answered = (value: string | readonly string[], kind: Case['kind'] = 'rest'): Case => ({
  kind,
  actual: { headers: { 'access-control-allow-origin': value, 'x-amzn-trace-id': 't' } },
  verdict: blocked('actual', 'MultipleAllowOriginValues', String(value)),
});

test('two lines have two owners', () => {
  const made = answered(['https://app.example', 'https://app.example'], 'function-url');
  expect(root(made)).toBe('allow-origin-multiple');
  const found = finding('allow-origin-multiple', made);
  expect(found?.title).toBe('Access-Control-Allow-Origin is sent twice');
  expect(found?.explanation).toContain('function URL');
  expect(found?.remedies).toEqual(['single-header-owner']);
  expect(found?.evidence).toHaveLength(2);
});

test('one value twice in one line is sent twice as well', () => {
  expect(finding('allow-origin-multiple', answered('*, *'))?.remedies).toEqual(['single-header-owner']);
});

test('a list of origins in one value', () => {
  const found = finding('allow-origin-multiple', answered('https://a.example,https://b.example'));
  expect(found?.title).toBe('Access-Control-Allow-Origin lists several origins');
  expect(found).toMatchObject({ owner: 'handler', remedies: ['allow-origin-in-handler'] });
});

test('two lines are named under another code too', () => {
  const made = answered(['', '']);
  const found = finding('allow-origin-multiple', {
    ...made,
    verdict: blocked('actual', 'InvalidAllowOriginValue'),
  });
  expect(found).not.toBeNull();
});

test('one wrong origin is a mismatch', () => {
  const made = { ...answered('https://b.example'), verdict: blocked('actual', 'AllowOriginMismatch') };
  expect(root(made)).toBe('origin-mismatch');
  expect(finding('allow-origin-multiple', made)).toBeNull();
});
