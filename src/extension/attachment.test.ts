import { describe, expect, it } from 'vitest';
import { Attachment } from './attachment.ts';
import { FakeDebugger, settled } from './fake-debugger.ts';

const workerId = '0A84A7A1D4633F1F7874577075C03CE5';

async function attached(prepare: (api: FakeDebugger) => void = () => undefined) {
  const api = new FakeDebugger();
  prepare(api);
  const events: string[] = [];
  const ends: string[] = [];
  const handlers = {
    event: (sessionId: string, method: string) => void events.push(`${sessionId} ${method}`),
    ended: (reason: string) => void ends.push(reason),
  };
  const attachment = new Attachment(api, 7, handlers, async () => () => undefined);
  await attachment.attach();
  await settled();
  return { api, attachment, events, ends };
}

const sharedWorker = { id: workerId, type: 'worker', url: 'https://a.test/w.js', title: '' };
const serviceWorker = { ...sharedWorker, id: 'S', title: 'Service Worker https://a.test/s.js' };

const deaf = { event: () => undefined, ended: () => undefined };

describe('Attachment', () => {
  it('enables the tab, and every child that is attached, at any depth', async () => {
    const { api } = await attached();
    expect(api.attached).toEqual([{ tabId: 7 }]);
    expect(api.sent.slice(0, 6)).toEqual([
      ' Network.enable',
      ' Audits.enable',
      ' Page.enable',
      ' Inspector.enable',
      ' Target.setAutoAttach',
      ' Runtime.runIfWaitingForDebugger',
    ]);
    api.sent.length = 0;
    api.say({ tabId: 7 }, 'Target.attachedToTarget', { sessionId: 'child' });
    api.say({ tabId: 7, sessionId: 'child' }, 'Target.attachedToTarget', { sessionId: 'grandchild' });
    expect(api.sent.filter((each) => each.endsWith('.enable'))).toEqual([
      'child Network.enable',
      'child Audits.enable',
      'grandchild Network.enable',
      'grandchild Audits.enable',
    ]);
    expect(api.sent).toContain('grandchild Target.setAutoAttach');
  });

  it('lets a waiting child run though nothing could be enabled in it', async () => {
    const { api, ends } = await attached();
    for (const method of ['Network.enable', 'Audits.enable', 'Target.setAutoAttach']) api.failing.add(method);
    api.say({ tabId: 7 }, 'Target.attachedToTarget', { sessionId: 'child' });
    await settled();
    expect(api.sent).toContain('child Runtime.runIfWaitingForDebugger');
    expect(ends).toEqual([]);
  });

  it('passes the tab’s events on with their session, and no other tab’s', async () => {
    const { api, events } = await attached();
    api.say({ tabId: 7 }, 'Network.loadingFinished');
    api.say({ tabId: 7, sessionId: 'child' }, 'Network.loadingFinished');
    api.say({ tabId: 8 }, 'Network.loadingFinished');
    api.say({ targetId: 'unknown' }, 'Network.loadingFinished');
    expect(events).toEqual([' Network.loadingFinished', 'child Network.loadingFinished']);
  });

  it('disables the cache in every session, and in those to come', async () => {
    const { api, attachment } = await attached();
    api.say({ tabId: 7 }, 'Target.attachedToTarget', { sessionId: 'child' });
    attachment.setCacheDisabled(true);
    api.say({ tabId: 7 }, 'Target.attachedToTarget', { sessionId: 'later' });
    const asked = api.sent.filter((each) => each.endsWith('setCacheDisabled'));
    expect(asked).toEqual([
      ' Network.setCacheDisabled',
      'child Network.setCacheDisabled',
      'later Network.setCacheDisabled',
    ]);
    expect(api.params[api.sent.indexOf('later Network.setCacheDisabled')]).toEqual({ cacheDisabled: true });
  });

  it('attaches a shared worker whose script the page requests, and tells it as a child', async () => {
    const { api, events } = await attached();
    api.targets = [sharedWorker, serviceWorker];
    const script = { type: 'Script', requestId: workerId };
    api.say({ tabId: 7 }, 'Network.requestWillBeSent', script);
    api.say({ tabId: 7 }, 'Network.requestWillBeSent', { type: 'Script', requestId: '31.4' });
    api.say({ tabId: 7 }, 'Network.requestWillBeSent', script);
    await settled();
    expect(api.attached).toEqual([{ tabId: 7 }, { targetId: workerId }]);
    api.say({ targetId: workerId }, 'Network.loadingFinished');
    expect(events.slice(-2)).toEqual([' Target.attachedToTarget', `${workerId} Network.loadingFinished`]);
    expect(api.sent).toContain(`${workerId} Network.enable`);
    api.end({ targetId: workerId }, 'target_closed');
    expect(events.at(-1)).toBe(' Target.detachedFromTarget');
  });

  it('attaches the shared workers of the page’s own origins that were there before', async () => {
    const other = { ...sharedWorker, id: 'other', url: 'https://b.test/w.js' };
    const { api } = await attached((fresh) => {
      fresh.targets = [sharedWorker, other, serviceWorker];
    });
    expect(api.attached).toEqual([{ tabId: 7 }, { targetId: workerId }]);
  });

  it('tells its end once, and leaves nothing behind', async () => {
    const { api, ends } = await attached((fresh) => {
      fresh.targets = [sharedWorker];
    });
    api.end({ tabId: 8 }, 'target_closed');
    expect(ends).toEqual([]);
    api.end({ tabId: 7 }, 'canceled_by_user');
    api.end({ tabId: 7 }, 'canceled_by_user');
    await settled();
    expect(ends).toEqual(['canceled_by_user']);
    expect(api.listeners).toBe(0);
    expect(api.attached).toEqual([{ tabId: 7 }]);
  });

  it('rejects with the browser’s words and takes its listeners away', async () => {
    const api = new FakeDebugger();
    api.refusal = new Error('Cannot access a chrome:// URL');
    let held = 0;
    const attachment = new Attachment(api, 7, deaf, async () => {
      held += 1;
      return () => {
        held -= 1;
      };
    });
    await expect(attachment.attach()).rejects.toThrow('chrome://');
    expect(api.listeners).toBe(0);
    expect(held).toBe(0);
  });

  it('leaves the tab to another DevTools window that has it', async () => {
    const api = new FakeDebugger();
    api.attached.push({ tabId: 7 });
    const attachment = new Attachment(api, 7, deaf, async () => null);
    await expect(attachment.attach()).rejects.toThrow('Already attached by another DevTools window.');
    expect(api.attached).toEqual([{ tabId: 7 }]);
    expect(api.listeners).toBe(0);
  });

  it('takes over what a DevTools page left attached', async () => {
    const { api, ends } = await attached((fresh) => void fresh.attached.push({ tabId: 7 }));
    expect(api.attached).toEqual([{ tabId: 7 }]);
    expect(ends).toEqual([]);
  });

  it('detaches from everything, and only once', async () => {
    const { api, attachment, ends } = await attached((fresh) => {
      fresh.targets = [sharedWorker];
    });
    await attachment.detach();
    await attachment.detach();
    expect(api.attached).toEqual([]);
    expect(api.listeners).toBe(0);
    expect(ends).toEqual([]);
  });

  it('meets odd events without throwing', async () => {
    const { api } = await attached();
    api.frameTree = { frameTree: { frame: 5, childFrames: [null, { frame: { url: 'x:' } }, 'x'] } };
    for (const method of [
      'Target.attachedToTarget',
      'Target.detachedFromTarget',
      'Network.requestWillBeSent',
      'Page.frameNavigated',
    ]) {
      for (const params of [{}, { sessionId: 5, requestId: [], type: 'Script', frame: null }]) {
        expect(() => api.say({ tabId: 7 }, method, params)).not.toThrow();
      }
    }
    await settled();
  });
});
