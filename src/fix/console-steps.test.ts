import { describe, expect, it } from 'vitest';
import { circumstancesOf } from './circumstances.ts';
import { consoleSteps } from './console-steps.ts';
import { finding, policy } from './judged.testing.ts';
import { planRest } from './plan.ts';

const steps = (kind: 'rest' | 'http' | 'function-url', wanted = policy(), findings = [finding([])]) =>
  consoleSteps(kind, wanted, planRest(wanted, circumstancesOf(findings))).text;

describe('consoleSteps', () => {
  const full = policy({ headers: ['x-a'], exposeHeaders: ['x-b'], credentials: true, maxAge: 60 });

  it.each(['http', 'function-url'] as const)('gives every value of the policy for %s', (kind) => {
    expect(steps(kind, full)).toContain(
      'Access-Control-Allow-Origin: http://localhost:3000; Access-Control-Allow-Methods: GET; Access-Control-Allow-Headers: x-a; Access-Control-Expose-Headers: x-b; Access-Control-Allow-Credentials: yes; Access-Control-Max-Age: 60.',
    );
  });

  it('asks a REST API’s form for what it has fields for, and for the deployment', () => {
    expect(steps('rest', full)).not.toContain('Expose');
    expect(steps('rest')).toContain('Deploy API');
    expect(steps('rest')).not.toContain('This form holds one origin');
    expect(steps('rest', policy({ origins: ['https://a.test', 'https://b.test'] }))).toContain(
      'the function whose handler answers OPTIONS',
    );
  });

  it('opens OPTIONS, and names the gateway responses, where findings ask for it', () => {
    const findings = [finding(['open-preflight-to-authorizer', 'gateway-error-headers'])];
    expect(steps('rest', policy(), findings)).toContain('Authorization NONE');
    expect(steps('rest', policy(), findings)).toContain('DEFAULT_4XX, DEFAULT_5XX');
    expect(steps('rest')).not.toMatch(/Authorization NONE|DEFAULT_4XX/);
  });
});
