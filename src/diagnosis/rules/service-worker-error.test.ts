import { expect, test } from 'vitest';
import { unseenByNetwork } from '../../exchange/index.ts';
import { finding, root, unanswered } from '../testing.ts';

test('DevTools saw it fail, the network never saw it', () => {
  const made = unanswered({ error: 'net::ERR_FAILED', blockedReason: unseenByNetwork });
  expect(root(made)).toBe('service-worker-error');
  expect(finding('service-worker-error', made)?.confidence).toBe('likely');
});

test('a nameless failure that the network saw is not laid on the worker', () => {
  expect(finding('service-worker-error', unanswered({ error: 'net::ERR_FAILED' }))).toBeNull();
});
