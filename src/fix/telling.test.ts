import { describe, expect, it } from 'vitest';
import { diagnosed, finding, judged } from './judged.testing.ts';
import { tellingFindings } from './telling.ts';

const tell = (...findings: ReturnType<typeof finding>[]) =>
  tellingFindings(findings.map((one) => diagnosed(judged(), [one])));

const status = (value: string) =>
  finding(['explicit-routes'], { evidence: [{ message: 'preflight-response', header: ':status', value }] });

describe('tellingFindings', () => {
  it('keeps one of many like findings', () => {
    expect(tell(finding(['mend-client']), finding(['mend-client']))).toHaveLength(1);
    expect(tell(status('401'), status('401'))).toHaveLength(1);
  });

  it.each([
    ['remedies', finding(['mend-client']), finding(['mend-handler'])],
    ['doubt', finding([]), finding([], { unverified: true })],
    ['status', status('401'), status('404')],
    [
      'wildcard',
      finding([]),
      finding([], {
        evidence: [{ message: 'actual-response', header: 'access-control-allow-origin', value: '*' }],
      }),
    ],
  ])('keeps findings that differ in %s', (_name, one, other) => {
    expect(tell(one, other)).toEqual([one, other]);
  });
});
