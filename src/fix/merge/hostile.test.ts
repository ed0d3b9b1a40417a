import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../gateway/index.ts';
import { toJson } from '../../template/index.ts';
import { diffOf } from './diff.ts';
import { apiOf, changeOf, merge, templateOf } from './merge.testing.ts';
import { saysPolicy } from './says-policy.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\nResources:\n';
const templates = [
  `${head}  A:\n    Type: AWS::Serverless::HttpApi\n`,
  `${head}  A:\n    Type: AWS::Serverless::HttpApi\n    Properties: {CorsConfiguration: {AllowOrigins: ['*'], AllowHeaders: [x]}}\n`,
  `${head}  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: p\n      Cors: '''*'''\n`,
  `${head}  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      FunctionUrlConfig:\n        Cors:\n          AllowOrigins:\n          - 'a'\n          AllowHeaders:\n          - "b"\n`,
  '{"Transform": "AWS::Serverless-2016-10-31", "Resources": {"A": {"Type": "AWS::Serverless::HttpApi", "Properties": {}}}}',
];

/** What ends a scalar, a flow, a line or a document, or is read as something else. */
const nasty = fc.constantFrom(
  ...[
    '"',
    "'",
    ': ',
    ' #',
    '\n',
    '\r',
    '\u2028',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&a',
    '*a',
    '!Ref x',
    '%',
    '`',
    '|',
    '>',
    '\\',
    '\0',
    '\ud800',
  ],
  ...['null', 'yes', '1e3', '0x1', '~', '=', '<<', '---', '...', '', ' ', 'https://', '\u0024{X}', "'", 'é'],
);
const text = fc.oneof(
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom(...'!#$%&*+-.^_`|~09azAZ'), minLength: 1, maxLength: 8 }),
);
const list = fc.uniqueArray(text, { maxLength: 3, selector: (one) => one.toLowerCase() });
const policy: fc.Arbitrary<Policy> = fc.record({
  origins: fc.oneof(list, fc.constant(['https://a.example'])),
  methods: list,
  headers: list,
  exposeHeaders: list,
  credentials: fc.boolean(),
  maxAge: fc.oneof(fc.constant(null), fc.integer({ min: -2, max: 90_000 }), fc.constant(0.5)),
});

const withoutCors = (value: unknown) =>
  JSON.stringify(value, (key, inner) => (/^Cors/.test(key) ? undefined : inner)).replace(
    /,?"Properties":\{\}/,
    '',
  );

describe('values of strangers', () => {
  it('are refused, or written so that the template holds them and nothing else', { timeout: 30_000 }, () => {
    let written = 0;
    fc.assert(
      fc.property(fc.constantFrom(...templates), policy, (before, wanted) => {
        const done = merge(before, changeOf(wanted));
        if (!done.ok) {
          expect(['value-not-writable', 'no-origin']).toContain(done.reason);
          return;
        }
        written += 1;
        const after = templateOf(done.text);
        expect(saysPolicy(apiOf(after), wanted)).toBe(true);
        expect(withoutCors(toJson(after.root))).toBe(withoutCors(toJson(templateOf(before).root)));
        expect(after.warnings).toEqual(templateOf(before).warnings);
        expect(diffOf(before, done.edits, 't')).not.toMatch(/[\u2028\0]/);
      }),
      { numRuns: 1500 },
    );
    expect(written).toBeGreaterThan(50);
  });

  it.each([
    [{ origins: [] }, 'no-origin'],
    [{ origins: ["https://a.example'"] }, 'value-not-writable'],
    [{ origins: ['https://a.example,https://b.example'] }, 'value-not-writable'],
    [{ headers: ['x a'] }, 'value-not-writable'],
    [{ methods: ['GET\n'] }, 'value-not-writable'],
    [{ maxAge: 90_000 }, 'value-not-writable'],
    [{ origins: ['*'], credentials: true }, 'value-not-writable'],
  ])('%j: %s, and what to do', (wanted, reason) => {
    const done = merge(templates[0] ?? '', changeOf(wanted));
    expect(done).toMatchObject({ ok: false, reason });
    expect(!done.ok && done.nearest).toMatch(/[A-Z].*\.$/);
  });
});
