import { expect, it } from 'vitest';
import { storedMemory } from './memory.ts';
import { StandardSource } from './standard.ts';

it('the standard source leaves when it is not needed and its last request ended, and comes back', () => {
  const log: string[] = [];
  let busy = true;
  const source = new StandardSource(
    () => {
      log.push('listen');
      return () => log.push('stop');
    },
    () => busy,
  );
  source.need(true);
  source.need(true);
  source.settled();
  source.need(false);
  expect(log).toEqual(['listen']);
  busy = false;
  source.settled();
  source.settled();
  expect(log).toEqual(['listen', 'stop']);
  source.need(true);
  expect(log).toEqual(['listen', 'stop', 'listen']);
});

it('a choice is remembered, and a store that refuses means only that it is not', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const memory = storedMemory('k', () => store);
  memory.set(true);
  expect(storedMemory('k', () => store).get()).toBe(true);
  memory.set(false);
  expect(memory.get()).toBe(false);
  const refusing = storedMemory('k', () => {
    throw new Error('SecurityError');
  });
  refusing.set(true);
  expect(refusing.get()).toBe(false);
});
