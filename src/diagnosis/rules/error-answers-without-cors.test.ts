import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, blocked, type Case, finding, findings, judged } from '../testing.ts';
import { errorAnswersWithoutCors } from './error-answers-without-cors.ts';

const good: Case = {
  id: 'good',
  actual: { headers: { 'access-control-allow-origin': 'https://app.example' } },
};
const failed = (status: number, more: Case = {}): Case => ({
  ...actualWithout(status, { 'x-amzn-trace-id': 'Root=1' }),
  siblings: [judged(good)],
  ...more,
});

ruleCases(errorAnswersWithoutCors, {
  found: {
    'the handler’s 400': failed(400),
    'a 500': failed(500),
    'the gateway’s 401': failed(401, actualWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' })),
  },
  nearMisses: {
    'good answers lack it too': failed(400, { siblings: [judged(actualWithout(200))] }),
    'a good answer lacks it': failed(200),
    'nothing to compare with': failed(400, { siblings: [] }),
    'another URL': failed(400, { siblings: [judged({ ...good, url: 'https://api.example/else' })] }),
    'another method': failed(400, { siblings: [judged({ ...good, method: 'HEAD' })] }),
    'another page': failed(400, { siblings: [judged({ ...good, origin: 'https://b.example' })] }),
    'the error names another origin': {
      ...failed(400),
      actual: { status: 400, headers: { 'access-control-allow-origin': 'https://b.example' } },
      verdict: blocked('actual', 'AllowOriginMismatch'),
    },
  },
});

test('who made the answer has to mend it', () => {
  expect(finding('error-answers-without-cors', failed(400))).toMatchObject({
    severity: 'warning',
    owner: 'handler',
    remedies: ['handler-error-headers'],
  });
  const gateway = failed(401, actualWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' }));
  expect(finding('error-answers-without-cors', gateway)).toMatchObject({
    owner: 'gateway',
    remedies: ['gateway-error-headers'],
  });
});

test('the error that blocks stands before it', () => {
  expect(findings(failed(500))[0]?.severity).toBe('error');
});
