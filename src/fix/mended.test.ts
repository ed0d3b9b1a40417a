import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { circumstancesOf } from './circumstances.ts';
import { handlerCorsHeaders } from './handler-headers.ts';
import { finding, policy } from './judged.testing.ts';
import { mendedGateway, replayPath } from './mended.ts';
import { planRest } from './plan.ts';

const gateway = (kind: FixKind, wanted = policy(), findings = [finding([])]) => ({
  kind,
  policy: wanted,
  plan: planRest(wanted, circumstancesOf(findings)),
});
const lower = (lines: readonly (readonly [string, string])[]) =>
  lines.map(([name, value]) => `${name.toLowerCase()}: ${value}`);

describe('mendedGateway', () => {
  it('has behind a REST API a handler that sends what the emitted one sends', () => {
    const origins = ['https://a.test', 'https://b.test', '*'];
    fc.assert(
      fc.property(
        fc.subarray(origins, { minLength: 1 }),
        fc.constantFrom('https://a.test', 'https://b.test', 'https://c.test'),
        fc.boolean(),
        fc.subarray(['x-a', 'x-b']),
        (listed, origin, credentials, exposeHeaders) => {
          const wanted = policy({ origins: listed, credentials, exposeHeaders });
          const plan = { ...planRest(wanted, circumstancesOf([])), policy: wanted };
          const { headers } = answer(mendedGateway({ kind: 'rest', policy: wanted, plan }, 'GET', 'code'), {
            method: 'GET',
            path: replayPath,
            headers: [['Origin', origin]],
          });
          const emitted = lower(handlerCorsHeaders(wanted, origin, false));
          expect(lower(headers).filter((line) => /^(?:access-control-|vary)/.test(line))).toEqual(emitted);
        },
      ),
    );
  });

  it('gives a type that is customised by itself the headers, too, where a finding shows it in the template', () => {
    const evidence = [{ message: 'template', line: 3, value: 'UNAUTHORIZED:' }] as const;
    const findings = [finding(['gateway-error-headers'], { evidence })];
    const config = mendedGateway(gateway('rest', policy(), findings), 'GET', 'gateway-4xx');
    expect(config.kind === 'rest' && Object.keys(config.gatewayResponses)).toEqual([
      'DEFAULT_4XX',
      'DEFAULT_5XX',
      'UNAUTHORIZED',
    ]);
  });

  it.each([
    ['gateway-4xx', 403],
    ['gateway-5xx', 502],
    ['code', 200],
  ] as const)('lets a page read what a function URL answers by %s', (answerer, status) => {
    const config = mendedGateway(gateway('function-url'), 'GET', answerer);
    const origin = 'http://localhost:3000';
    const got = answer(config, { method: 'GET', path: replayPath, headers: [['Origin', origin]] });
    expect(got.status).toBe(status);
    expect(lower(got.headers)).toContain(`access-control-allow-origin: ${origin}`);
  });
});
