import { describe, expect, it } from 'vitest';
import { judged } from './judged.testing.ts';
import { needOf } from './need.ts';

describe('needOf', () => {
  it.each([
    ['blocked', true],
    ['allowed', true],
    ['network-error', true],
    ['not-cors', false],
    ['pending', false],
  ] as const)('an exchange that ended %s wants access: %s', (outcome, wants) => {
    expect(needOf(judged({ outcome })) !== null).toBe(wants);
  });

  it('takes the origin that went over the wire before the page’s own', () => {
    expect(needOf(judged({ origin: 'https://a.test', sentOrigin: 'null' }))?.origin).toBe('null');
    expect(needOf(judged({ origin: 'https://a.test' }))?.origin).toBe('https://a.test');
    expect(needOf(judged({ origin: null }))).toBeNull();
  });

  it.each([
    [200, 'X-Amzn-ErrorType', 'code'],
    [401, 'x-amzn-errortype', 'gateway-4xx'],
    [502, 'x-amzn-ErrorType', 'gateway-5xx'],
    [500, 'content-type', 'code'],
  ] as const)('a %s with %s was answered by %s', (status, name, answerer) => {
    expect(needOf(judged({ answer: { status, headers: [[name, 'x']] } }))?.answerer).toBe(answerer);
  });

  it('gives like exchanges one key, whatever the order of their headers', () => {
    const key = (headers: string[]) => needOf(judged({ headers }))?.key;
    expect(key(['x-b', 'x-a'])).toBe(key(['x-a', 'x-b', 'x-a']));
    expect(key(['x-a'])).not.toBe(key(['x-b']));
  });

  it('judges anew when the exchange changed and the judgement did not', () => {
    const one = judged({ origin: 'https://a.test' });
    needOf(one);
    const changed = { ...one, exchange: { ...one.exchange, origin: 'https://b.test' } };
    expect(needOf(changed)?.origin).toBe('https://b.test');
  });
});
