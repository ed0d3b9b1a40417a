import { describe, expect, it, vi } from 'vitest';
import { applySessionEvent, emptyMirror, inOrder, type Mirror } from '../../session/index.ts';
import { inlineSession } from '../inline-session.ts';
import capture from './capture.json';

/** As the panel has it once the demo was asked for. */
async function shown(): Promise<Mirror> {
  let mirror = emptyMirror;
  const session = inlineSession();
  session.listen((event) => {
    mirror = applySessionEvent(mirror, event);
  });
  session.post({ type: 'import-file', name: 'the demo', text: JSON.stringify(capture) });
  await vi.waitFor(() => expect(mirror.apis).toHaveLength(2));
  return mirror;
}

describe('the demo capture', () => {
  it('shows the causes that newcomers meet, and calls that work', async () => {
    const { exchanges } = await shown();
    const told = inOrder(exchanges.values()).map(({ exchange, judgement, findings }) => [
      exchange.hops[0]?.actual?.request.method ?? 'not sent',
      new URL(exchange.hops[0]?.url ?? '').pathname,
      judgement.verdict.outcome,
      findings.find(({ causedBy }) => causedBy === null)?.rule ?? null,
    ]);
    expect(told).toEqual([
      ['GET', '/Prod/orders', 'blocked', 'handler-allow-origin-missing'],
      ['PUT', '/Prod/orders/42', 'blocked', 'authorizer-on-options'],
      ['GET', '/Prod/report', 'blocked', 'handler-crashed'],
      ['GET', '/Prod/catalog', 'allowed', 'wildcard-origin'],
      ['GET', '/Prod/health', 'allowed', null],
      ['GET', '/profile', 'allowed', null],
      ['PATCH', '/profile', 'blocked', 'http-preflight-refused'],
    ]);
  });

  it('has a proven fix for each of its two APIs', async () => {
    const { apis } = await shown();
    const proofs = apis.map(({ suggested, proofs }) => [suggested, proofs[suggested]]);
    expect(proofs).toMatchObject([
      ['rest', { passed: 5, failed: 0, strangersAccepted: 0 }],
      ['http', { passed: 2, failed: 0, strangersAccepted: 0 }],
    ]);
  });

  it('names neither a port of the emulator nor a secret', () => {
    expect(JSON.stringify(capture)).not.toMatch(/127\.0\.0\.1|amazonaws\.com:\d|demo-token/);
  });
});
