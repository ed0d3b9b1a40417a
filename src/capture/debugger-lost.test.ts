import { expect, it } from 'vitest';
import { DebuggerDecoder } from './debugger.ts';

const sent = (requestId: string) => ({
  requestId,
  timestamp: 1,
  wallTime: 1,
  type: 'Fetch',
  documentURL: 'https://a.test/',
  request: { method: 'GET', url: `https://b.test/${requestId}`, headers: {} },
});

it('ends what a crashed page had under way, and nothing of another target', () => {
  const decoder = new DebuggerDecoder();
  decoder.event('', 'Network.requestWillBeSent', sent('1'));
  decoder.event('', 'Network.requestWillBeSent', sent('2'));
  decoder.event('frame', 'Network.requestWillBeSent', sent('3'));
  decoder.event('', 'Network.loadingFinished', { requestId: '1', timestamp: 2 });
  const lost = decoder.event('', 'Inspector.targetCrashed', {});
  expect(lost).toMatchObject([{ type: 'failure', error: 'net::ERR_ABORTED' }]);
  expect(decoder.event('frame', 'Network.loadingFinished', { requestId: '3', timestamp: 2 })).toHaveLength(1);
});
