import { expect, test } from 'vitest';
import { webSocketFact } from './index.ts';

test('WebSocket APIs are said to be outside CORS, with the place where the Origin is to be checked', () => {
  expect(webSocketFact.outside).toContain('outside CORS');
  expect(webSocketFact.protection).toContain('Origin header');
  expect(webSocketFact.protection).toContain('$connect');
});
