import { expect, it } from 'vitest';
import { beyondSettings, everyBeyond } from './beyond.ts';
import { diagnosed, finding, judged } from './judged.testing.ts';
import { viewApi } from './view-api.ts';

const throttled = finding(['beyond-settings'], {
  rule: 'throttled',
  title: 'The request was throttled',
  explanation: 'Call less often.',
});
const stuck = diagnosed(judged(), [throttled]);

it('a cause before every setting is told, with its symptoms left aside', () => {
  const symptom = finding(['cors-configuration'], { rule: 'other', causedBy: 'throttled' });
  expect(beyondSettings(diagnosed(judged(), [throttled, symptom]))).toEqual({
    finding: throttled,
    sure: true,
  });
});

it.each([
  ['it is only a warning', judged(), [{ ...throttled, severity: 'warning' as const }]],
  ['the page read the answer', judged({ outcome: 'allowed' }), [throttled]],
  ['nothing is known', judged(), []],
])('nothing is said where %s', (_why, one, findings) => {
  expect(beyondSettings(diagnosed(one, findings))).toBeNull();
});

it('each rule is told once', () => {
  expect(everyBeyond([stuck, stuck, diagnosed(judged())])).toEqual([{ finding: throttled, sure: true }]);
});

it('a policy is not proven for such a request, which is counted as failing and told with why', () => {
  const identity = {
    id: 'rest x',
    kind: 'rest',
    base: 'https://a1.execute-api.eu-west-1.amazonaws.com/Prod',
  } as const;
  const view = viewApi(identity, [stuck, diagnosed(judged()), diagnosed(judged({ method: 'PUT' }))]);
  expect(view.proofs.rest).toMatchObject({ passed: 2, failed: 1, strangersAccepted: 0 });
  expect(view.policy.methods).toEqual(['GET', 'PUT']);
  expect(view.fixes.rest.find(({ title }) => title.startsWith('Still fails'))).toMatchObject({
    title: 'Still fails: The request was throttled',
    text: 'No CORS setting changes that. Call less often.',
  });
});

it.each([
  ['another cause explains the same bytes', [throttled, finding(['open-preflight-to-api-key'])]],
  [
    'it is one reading of several',
    [{ ...throttled, remedies: ['cors-configuration', 'beyond-settings'] as const }],
  ],
  ['it is taken for a symptom', [finding(['none'], { rule: 'a' }), { ...throttled, causedBy: 'a' }]],
])('it only may fail where %s', (_why, findings) => {
  const one = diagnosed(judged(), findings);
  expect(beyondSettings(one)?.sure).toBe(false);
  const identity = {
    id: 'rest x',
    kind: 'rest',
    base: 'https://a1.execute-api.eu-west-1.amazonaws.com/Prod',
  } as const;
  const view = viewApi(identity, [one]);
  expect(view.proofs.rest).toMatchObject({ passed: 1, failed: 0 });
  expect(view.fixes.rest.map(({ title }) => title)).toContain('May still fail: The request was throttled');
  expect(everyBeyond([one, stuck])).toEqual([{ finding: throttled, sure: true }]);
});
