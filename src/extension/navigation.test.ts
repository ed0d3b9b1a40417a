import { describe, expect, it } from 'vitest';
import { Navigation } from './navigation.ts';

function counted(): { navigation: Navigation; count: () => number } {
  let count = 0;
  const navigation = new Navigation(() => {
    count += 1;
  });
  return { navigation, count: () => count };
}

describe('Navigation', () => {
  it('tells a page once that both the network and DevTools report', () => {
    const { navigation, count } = counted();
    navigation.committing('http://a.test/');
    navigation.shown('http://a.test/#top');
    expect(count()).toBe(1);
  });

  it('tells a page that only DevTools reports', () => {
    const { navigation, count } = counted();
    navigation.shown('about:blank');
    expect(count()).toBe(1);
  });

  it('tells a reload of the same page again', () => {
    const { navigation, count } = counted();
    navigation.committing('http://a.test/');
    navigation.shown('http://a.test/');
    navigation.committing('http://a.test/');
    navigation.shown('http://a.test/');
    expect(count()).toBe(2);
  });
});
