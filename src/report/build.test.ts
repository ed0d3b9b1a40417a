import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnosed } from '../diagnosis/index.ts';
import { buildReport, sourceOf } from './build.ts';
import { generator } from './generator.ts';
import {
  sampleAllowed,
  sampleApi,
  sampleBlocked,
  sampleDeep,
  sampleInput,
  sampleMessages,
} from './samples.ts';

const build = (...args: Parameters<typeof sampleInput>) =>
  buildReport(sampleInput(...args), { redact: true });

describe('buildReport', () => {
  test('names itself, its version and its source', () => {
    const pkg: { name: string; version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const report = build();
    expect(report.schema).toBe('cors-inspector/report/1');
    expect(report.generator).toEqual({ name: pkg.name, version: pkg.version });
    expect(generator.version).toBe(pkg.version);
    expect(report.source).toEqual({ kind: 'har', browser: 'chromium' });
    expect(report.redacted).toBe(true);
  });

  test('carries verdict, gateway, findings and the messages of every hop', () => {
    const [blocked] = build().exchanges;
    expect(blocked).toMatchObject({
      id: 'x1',
      origin: 'http://localhost:3000',
      preflight: 'sent',
      verdict: { outcome: 'blocked', step: 'preflight', code: 'PreflightMissingAllowOriginHeader' },
      inferred: { credentials: 'same-origin' },
      reported: null,
      gateway: { kind: 'rest' },
      findings: [{ rule: 'preflight-authorizer', unverified: true, evidence: [{ value: '401' }] }],
    });
    expect(blocked?.hops[0]?.preflight?.response?.status).toBe(401);
    expect(blocked?.hops[0]?.actual).toBeNull();
  });

  test('carries what deep capture tells, with a frame’s URL redacted like any', () => {
    const [deep] = buildReport(sampleInput([sampleDeep()]), { redact: true }).exchanges;
    expect(deep).toMatchObject({
      source: 'debugger',
      reported: { code: 'BrandNewError', known: false, parameter: 'p' },
      disagreement: { computed: 'PreflightMissingAllowOriginHeader', reported: 'BrandNewError' },
      blockedReason: 'csp',
      fromServiceWorker: true,
      requester: 'shared-worker',
      tabInferred: true,
      call: [{ functionName: 'save', line: 12, column: 3 }],
    });
    expect(deep?.call[0]?.url).toBe('https://app.test/app.js?access_token=REDACTED');
    const [open] = buildReport(sampleInput([sampleDeep()]), { redact: false }).exchanges;
    expect(open?.call[0]?.url).toContain('s3cr3t-in-a-frame');
  });

  test('names the debugger as the source only where it captured everything', () => {
    const deep = sampleDeep();
    expect(sourceOf([deep, deep])).toEqual({ kind: 'debugger', browser: 'chromium' });
    const standard = { ...deep, exchange: { ...deep.exchange, source: 'webRequest' as const } };
    expect(sourceOf([deep, standard]).kind).toBe('webRequest');
    expect(sourceOf([])).toEqual({ kind: 'webRequest' });
  });

  test('takes the method of a request that a preflight stopped from access-control-request-method', () => {
    expect(build().exchanges[0]?.request).toEqual({
      method: 'PUT',
      url: 'https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders',
      headers: [],
    });
  });

  test('takes the request of the first hop, not of a later one', () => {
    const allowed = sampleAllowed();
    const first = sampleMessages('POST', 'https://one.test/a', [['X-A', '1']], { status: 307, headers: [] });
    const second = sampleMessages('POST', 'https://two.test/b', [], { status: 200, headers: [] });
    const report = build([
      {
        ...allowed,
        exchange: {
          ...allowed.exchange,
          hops: [
            { url: 'https://one.test/a', preflight: null, actual: first },
            { url: 'https://two.test/b', preflight: null, actual: second },
          ],
        },
      },
    ]);
    expect(report.exchanges[0]?.request).toEqual({
      method: 'POST',
      url: 'https://one.test/a',
      headers: [['X-A', '1']],
    });
    expect(report.exchanges[0]?.hops).toHaveLength(2);
  });

  test('keeps the origin "null" and an unknown origin apart', () => {
    const blocked = sampleBlocked();
    const withOrigin = (origin: string | null) => ({ ...blocked, exchange: { ...blocked.exchange, origin } });
    expect(build([withOrigin('null'), withOrigin(null)]).exchanges.map((x) => x.origin)).toEqual([
      'null',
      null,
    ]);
  });

  test('names for every entry of a policy the listed exchanges that asked for it, and what was left out', () => {
    const leftOut = [{ part: 'origin', value: 'null', reason: 'opaque' } as const];
    const apis = [sampleApi({ leftOut })];
    const of = (exchanges: readonly Diagnosed[]) =>
      buildReport({ ...sampleInput(exchanges), apis }, { redact: true }).apis[0];
    const all = of([sampleBlocked(), sampleAllowed()]);
    expect(all?.leftOut).toEqual(leftOut);
    expect(all?.traces[0]).toEqual({
      part: 'origin',
      value: 'http://localhost:3000',
      count: 2,
      exchanges: ['x1', 'x2'],
      development: true,
    });
    // A report of a part names no exchange that is not in it.
    expect(of([sampleBlocked()])?.traces.map(({ exchanges }) => exchanges)).toEqual([
      ['x1'],
      [],
      ['x1'],
      ['x1'],
    ]);
  });

  test('never carries bodies or remedies', () => {
    const text = JSON.stringify(buildReport(sampleInput(), { redact: false }));
    expect(text).not.toContain('a body');
    expect(text).not.toContain('open-preflight-to-authorizer');
  });

  test('a handler comes without what it was written from, which holds strings unredacted', () => {
    const policy = { ...sampleApi().policy, headers: ['x-secret'] };
    const handler = { gateway: 'rest', policy, answersPreflight: false } as const;
    const fix = {
      kind: 'handler',
      target: 'nodejs',
      title: '',
      language: 'javascript',
      text: '',
      handler,
    } as const;
    const apis = [sampleApi({ fixes: { rest: [fix], http: [], 'function-url': [] } })];
    const report = buildReport({ ...sampleInput(), apis }, { redact: true });
    const asked = buildReport(
      { ...sampleInput(), apis },
      {
        redact: true,
        writeHandler: (shape) => ({ ...fix, target: 'go', text: shape.gateway, handler: shape }),
      },
    );
    expect(asked.apis[0]?.fixes[0]).toMatchObject({ target: 'go', text: 'rest' });
    expect(asked.apis[0]?.fixes[0]).not.toHaveProperty('handler');
    expect(Object.keys(report.apis[0]?.fixes[0] ?? {})).toEqual([
      'kind',
      'target',
      'title',
      'language',
      'text',
    ]);
  });

  test.each([
    ['rest', 2, 0],
    ['http', 0, 2],
  ] as const)('an API suggested as %s has that kind’s fixes and proof', (suggested, fixes, failed) => {
    const report = buildReport({ ...sampleInput(), apis: [sampleApi({ suggested })] }, { redact: true });
    expect(report.apis[0]?.fixes).toHaveLength(fixes);
    expect(report.apis[0]?.proof.failed).toBe(failed);
    expect(report.apis[0]?.exchanges).toEqual(['x1', 'x2']);
  });
});
