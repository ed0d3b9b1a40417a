import { expect, test } from 'vitest';
import { finding, subject } from '../testing.ts';
import { serviceWorkerAnswer } from './service-worker-answer.ts';

const made = subject({ actual: { status: 503 }, verdict: { outcome: 'not-cors' } });

test('the worker’s answer is told as such, with its status', () => {
  const found = serviceWorkerAnswer.find({
    ...made,
    exchange: { ...made.exchange, fromServiceWorker: true },
  });
  expect(found).not.toBeNull();
  expect(found?.title).toContain('service worker answered (503)');
});

test('the network’s own answer is not', () => {
  expect(serviceWorkerAnswer.find(made)).toBeNull();
  expect(finding('service-worker-answer', { actual: {} })).toBeNull();
});
