import { expect, it } from 'vitest';
import { claimByLock, type Locks } from './claim.ts';

/** Locks as a browser has them. */
function locks(): Locks {
  const held = new Set<string>();
  return {
    async request(name, _options, use) {
      if (held.has(name)) return use(null);
      held.add(name);
      await use({});
      held.delete(name);
    },
  };
}

it('gives a thing to one page at a time', async () => {
  const claim = claimByLock(locks());
  const release = await claim('a');
  expect(release).not.toBeNull();
  expect(await claim('a')).toBeNull();
  expect(await claim('b')).not.toBeNull();
  release?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(await claim('a')).not.toBeNull();
});

it('gives nothing where the browser refuses', async () => {
  const claim = claimByLock({ request: () => Promise.reject(new Error('no locks here')) });
  expect(await claim('a')).toBeNull();
});
