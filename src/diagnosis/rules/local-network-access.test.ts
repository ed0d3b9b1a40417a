import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

const named = 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS';

test('by its name', () => {
  expect(root(unanswered({ error: named }))).toBe('local-network-access');
  expect(finding('local-network-access', unanswered({ error: named }))?.confidence).toBe('certain');
});

test('a page on http is told to become https first', () => {
  const words = (origin: string) =>
    finding('local-network-access', unanswered({ error: named, origin }))?.explanation;
  expect(words('http://app.example')).toContain('Serve the page over https');
  expect(words('https://app.example')).not.toContain('Serve the page over https');
});

const stopped = { error: 'net::ERR_FAILED', unansweredPreflight: 'net::ERR_FAILED' } as const;

test('a preflight that was sent to a local address and failed without a name is likely it', () => {
  const found = finding('local-network-access', unanswered({ ...stopped, url: 'http://127.0.0.1:3000/x' }));
  expect(found?.confidence).toBe('likely');
});

test('not so to a public address', () => {
  expect(finding('local-network-access', unanswered(stopped))).toBeNull();
});
