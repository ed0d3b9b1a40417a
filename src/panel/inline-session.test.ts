import { expect, test } from 'vitest';
import type { SessionEvent } from '../session/index.ts';
import { inlineSession } from './inline-session.ts';

test('an ordinary page has an empty session, and a bad HAR leaves a notice that names the file', () => {
  const adapter = inlineSession();
  const heard: SessionEvent[] = [];
  adapter.listen((event) => heard.push(event));
  expect(heard[0]).toMatchObject({ type: 'reset', exchanges: [], apis: [] });
  adapter.post({ type: 'import-file', name: 'orders.har', text: '{' });
  expect(heard.some((event) => event.type !== 'changed' && event.state.notice?.includes('orders.har'))).toBe(
    true,
  );
});
